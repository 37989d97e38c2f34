package it.dgc.generation.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import it.dgc.common.hcert.KeyId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

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

    @Nested
    @DisplayName("A key that was withdrawn never signs again")
    class Withdrawn {

        private static final Instant IN_BOTH = Instant.parse("2022-06-15T00:00:00Z");
        private static final SignerRing WITHOUT_NEW = Signers.ring(Set.of(NEW.kid()), OLD, NEW);
        private static final SignerRing WITHOUT_ANY = Signers.ring(Set.of(OLD.kid(), NEW.kid()), OLD, NEW);

        @Test
        void leavesItsTimeToAnotherThatCoversIt() {
            assertThat(RING.at(IN_BOTH)).isSameAs(NEW);
            assertThat(WITHOUT_NEW.at(IN_BOTH)).isSameAs(OLD);
            assertThat(WITHOUT_NEW.usableAt(IN_BOTH).at(IN_BOTH)).isSameAs(OLD);
            assertThat(WITHOUT_NEW.usableAt(IN_BOTH).all()).containsExactly(OLD);
        }

        @Test
        @DisplayName("architecture D2: iat is not before the start of use of the earliest usable key")
        void letsTheNextKeyBegin() {
            SignerRing withoutOld = Signers.ring(Set.of(OLD.kid()), OLD, NEW);
            assertThat(withoutOld.startOfUse()).isEqualTo(NEW.usePeriod().from());
            assertThat(withoutOld.usableAt(IN_BOTH).startOfUse()).isEqualTo(NEW.usePeriod().from());
        }

        @Test
        void isNotSignedWithEvenWherePinned() {
            assertThat(WITHOUT_NEW.with(OLD.kid())).isSameAs(OLD);
            assertThatExceptionOfType(SigningException.class).isThrownBy(() -> WITHOUT_NEW.with(NEW.kid()))
                    .withMessage("The signing key " + NEW.kid().base64() + " was withdrawn");
        }

        @Test
        @DisplayName("the withdrawal of the only key can be published; nothing is signed")
        void mayBeTheLastOne() {
            assertThat(WITHOUT_ANY.trusted()).isEmpty();
            assertThat(WITHOUT_ANY.all()).containsExactly(OLD, NEW);
            assertThatExceptionOfType(SigningException.class).isThrownBy(() -> WITHOUT_ANY.at(IN_BOTH));
            assertThatExceptionOfType(SigningException.class).isThrownBy(() -> WITHOUT_ANY.usableAt(IN_BOTH));
            assertThatExceptionOfType(SigningException.class).isThrownBy(WITHOUT_ANY::startOfUse)
                    .withMessage("Every signing key was withdrawn");
        }

        @Test
        void isKnownAlsoWhereItIsConfiguredNoLonger() {
            SignerRing rest = Signers.ring(Set.of(OLD.kid()), NEW);
            assertThat(rest.withdrawn()).containsExactly(OLD.kid());
            assertThat(rest.trusted()).containsExactly(NEW);
        }
    }

    @Nested
    @DisplayName("architecture D9: a new key is published leadTime before its first use")
    class LeadTime {

        private static final Duration TWO_DAYS = Duration.ofHours(48);
        private static final DocumentSigner HASTY = signer("2022-05-30T00:00:01Z");
        private static final DocumentSigner PATIENT = signer("2022-05-30T00:00:00Z");

        /** Made then, in use from 1 June on. */
        private static DocumentSigner signer(String made) {
            return TestKeys.of(Instant.parse(made), Instant.parse("2024-06-01T12:00:00Z"))
                    .signer(new UsePeriod(Instant.parse("2022-06-01T00:00:00Z"),
                            Instant.parse("2022-12-01T00:00:00Z")));
        }

        @Test
        void isLongEnoughForAKeyThatWasMadeInTime() {
            assertThatNoException().isThrownBy(() -> Signers.ring(OLD, PATIENT).requireLeadTime(TWO_DAYS));
        }

        @Test
        void isTooShortForAKeyThatWasMadeLater() {
            assertThatExceptionOfType(SigningException.class)
                    .isThrownBy(() -> Signers.ring(OLD, HASTY).requireLeadTime(TWO_DAYS))
                    .withMessage("The signing key " + HASTY.kid().base64()
                            + " would sign before verifiers know it: its use can begin at 2022-06-01T00:00:01Z");
        }

        @Test
        @DisplayName("the first key of an empty platform is used at once, and so is the next after a withdrawal")
        void isNotAskedOfTheFirst() {
            assertThatNoException().isThrownBy(() -> Signers.ring(HASTY).requireLeadTime(TWO_DAYS));
            assertThatNoException().isThrownBy(
                    () -> Signers.ring(Set.of(OLD.kid()), OLD, HASTY).requireLeadTime(TWO_DAYS));
        }
    }
}
