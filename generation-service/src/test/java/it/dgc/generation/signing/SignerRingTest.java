package it.dgc.generation.signing;

import java.time.Instant;

import it.dgc.common.hcert.KeyId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("architecture D2: the signer is the key whose use period covers iat")
class SignerRingTest {

    private static final DocumentSigner OLD = Signers.used("2022-01-01T00:00:00Z", "2022-07-01T00:00:00Z",
            "2024-01-01T12:00:00Z");
    private static final DocumentSigner NEW = Signers.used("2022-06-01T00:00:00Z", "2022-12-01T00:00:00Z",
            "2024-06-01T12:00:00Z");
    private static final SignerRing RING = Signers.ring(NEW, OLD);

    @ParameterizedTest
    @CsvSource({"2022-01-01T00:00:00Z", "2022-03-01T10:00:00Z", "2022-05-31T23:59:59Z"})
    void picksTheOldKeyInItsTime(Instant issuedAt) {
        assertThat(RING.at(issuedAt)).isSameAs(OLD);
    }

    @ParameterizedTest
    @CsvSource({"2022-06-01T00:00:00Z", "2022-06-30T23:59:59Z", "2022-07-01T00:00:00Z", "2022-11-30T23:59:59Z"})
    void picksTheNewerWhereTwoCover(Instant issuedAt) {
        assertThat(RING.at(issuedAt)).isSameAs(NEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-12-31T23:59:59Z", "2022-12-01T00:00:00Z", "2030-01-01T00:00:00Z"})
    void signsNothingOutsideEveryPeriod(Instant issuedAt) {
        assertThatExceptionOfType(SigningException.class).isThrownBy(() -> RING.at(issuedAt))
                .withMessage("No signing key may be used at " + issuedAt);
    }

    @Test
    void leavesOutKeysWhoseCertificatesHaveExpired() {
        assertThat(RING.usableAt(OLD.expiryOfCertificates()).all()).containsExactly(NEW);
        assertThat(RING.usableAt(OLD.expiryOfCertificates().minusSeconds(1)).all()).containsExactly(OLD, NEW);
        assertThatExceptionOfType(SigningException.class)
                .isThrownBy(() -> RING.usableAt(NEW.expiryOfCertificates()));
    }

    @Test
    void beginsWithTheEarliestKey() {
        assertThat(RING.startOfUse()).isEqualTo("2022-01-01T00:00:00Z");
        assertThat(RING.all()).containsExactly(OLD, NEW);
    }

    @Test
    @DisplayName("what was pinned is signed with the key that was pinned")
    void findsAKeyByItsIdentifier() {
        assertThat(RING.with(OLD.kid())).isSameAs(OLD);
        assertThat(RING.with(NEW.kid())).isSameAs(NEW);
    }

    @Test
    void namesAKeyThatIsNotConfigured() {
        KeyId gone = KeyId.of(new byte[8]);
        assertThatExceptionOfType(SigningException.class).isThrownBy(() -> RING.with(gone))
                .withMessage("The signing key AAAAAAAAAAA= is not configured");
    }

    @Test
    void refusesToBeEmpty() {
        assertThatExceptionOfType(SigningException.class).isThrownBy(Signers::ring)
                .withMessage("There is no signing key that can be used");
    }

    @Test
    void refusesAPeriodThatEndsBeforeItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UsePeriod(Payloads.EXPIRES_AT, Payloads.ISSUED_AT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UsePeriod(Payloads.ISSUED_AT, Payloads.ISSUED_AT));
    }
}
