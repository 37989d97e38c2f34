package it.dgc.deploy.local.verifier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import it.dgc.common.exemption.Exemption;
import it.dgc.common.exemption.ExemptionEntry;
import it.dgc.common.exemption.HolderName;
import it.dgc.common.hcert.HcertClaims;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A certificate before the eyes of a verifier")
class VerifierTest {

    private static final Instant ISSUED = Instant.parse("2026-11-10T09:00:00Z");
    private static final Instant ENDS = Instant.parse("2028-01-01T00:00:00Z");
    private static final LocalDate FROM = LocalDate.of(2026, 11, 10);
    private static final LocalDate UNTIL = LocalDate.of(2026, 12, 31);
    private static final Instant BETWEEN = Instant.parse("2026-11-20T12:00:00Z");

    private TestSigner signer;

    @BeforeEach
    void makeAKey() throws Exception {
        signer = TestSigner.create();
    }

    @Test
    void showsNameAndBirthDateAndNothingElse() throws Exception {
        Verification verification = verify(certificate(Optional.of(UNTIL)), BETWEEN);

        assertThat(verification).isEqualTo(new Verification(Outcome.VALID, Optional.empty(),
                Optional.of(new Verification.Holder("Rossi", "Zoë", LocalDate.of(1980, 1, 2)))));
        assertThat(verification.toString()).doesNotContain("Rossi", "1980");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-10T09:00:00Z, VALID", "2026-12-31T22:59:59Z, VALID", "2026-12-31T23:00:00Z, EXPIRED",
            "2026-11-09T22:59:59Z, NOT_VALID_YET", "2026-11-10T08:59:59Z, NOT_VALID", "2028-01-02T00:00:00Z, EXPIRED"})
    @DisplayName("Both days are inclusive, days in Europe/Rome; before it was issued it is not valid")
    void countsDaysInRome(Instant at, Outcome outcome) throws Exception {
        assertThat(verify(certificate(Optional.of(UNTIL)), at).outcome()).isEqualTo(outcome);
    }

    @Test
    @DisplayName("Where there is no last day, the technical end decides, and it is not called expired")
    void endsTechnicallyWhereThereIsNoLastDay() throws Exception {
        assertThat(verify(certificate(Optional.empty()), ENDS).outcome()).isEqualTo(Outcome.VALID);
        assertThat(verify(certificate(Optional.empty()), ENDS.plusSeconds(1)).outcome()).isEqualTo(Outcome.NOT_VALID);
    }

    @Test
    void refusesAnotherKey() throws Exception {
        Verification verification = Verifier.verify(TestSigner.create().trusted(), certificate(Optional.empty()),
                BETWEEN);

        assertThat(verification).isEqualTo(Verification.without(Outcome.NOT_VALID, "KEY_NOT_IN_TRUST_LIST"));
    }

    @Test
    void refusesAForeignIssuer() throws Exception {
        String foreign = signer.certify(new HcertClaims("FR", ISSUED, ENDS, exemption(Optional.empty())));

        assertThat(verify(foreign, BETWEEN)).isEqualTo(Verification.without(Outcome.NOT_VALID, "ISSUER"));
    }

    @Test
    void refusesWhatIsNoExemption() throws Exception {
        String other = signer.certify(new HcertClaims("IT", ISSUED, ENDS, Map.of("ver", "1.3.0")));

        assertThat(verify(other, BETWEEN)).isEqualTo(Verification.without(Outcome.NOT_VALID, "UNKNOWN_KIND"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "HC1:", "HC1:ABC", "HC2:NCF"})
    void saysThatATextIsNoCertificate(String text) {
        assertThat(verify(text, BETWEEN).outcome()).isEqualTo(Outcome.NOT_EU_DCC);
    }

    @Test
    void givesEachOutcomeItsExitCode() {
        assertThat(Outcome.values()).extracting(Outcome::exitCode).doesNotHaveDuplicates().doesNotContain(1, 2);
        assertThat(Outcome.VALID.exitCode()).isZero();
    }

    private Verification verify(String text, Instant at) {
        return Verifier.verify(signer.trusted(), text, at);
    }

    private String certificate(Optional<LocalDate> until) throws Exception {
        return signer.certify(new HcertClaims("IT", ISSUED, ENDS, exemption(until)));
    }

    private static Map<String, Object> exemption(Optional<LocalDate> until) {
        return Exemption.of(new HolderName("Rossi", "Zoë", "ROSSI", "ZOE"), LocalDate.of(1980, 1, 2),
                new ExemptionEntry("RSSMRA80A01H501U", FROM, until, "01IT0#0", "CUEV-ABCDE1234E")).toDcc();
    }
}
