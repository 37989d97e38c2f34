package it.dgc.generation.signing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import it.dgc.common.hcert.HcertClaims;
import it.dgc.generation.testing.Events;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("architecture D5: nothing is signed that breaks a rule, and each rule has its name")
class CertificateCheckerTest {

    private static final DocumentSigner SIGNER = TestKeys.good().signer();

    @Test
    void passesWhatKeepsEveryRule() {
        assertPasses(Payloads.valid());
    }

    static Stream<Named<Consumer<Map<String, Object>>>> limits() {
        return Stream.of(
                limit("no end was given", dcc -> Mutant.statement(dcc).remove("du")),
                limit("valid on one day alone", dcc -> Mutant.statement(dcc).put("du", "2022-01-10")),
                limit("born on the first day that is taken", dcc -> dcc.put("dob", "1900-01-01")),
                limit("born on the day of issue", dcc -> dcc.put("dob", "2022-01-10")),
                limit("born on 29 February", dcc -> dcc.put("dob", "2020-02-29")),
                limit("a name of two words", dcc -> {
                    Mutant.names(dcc).put("fn", "De Sintetici");
                    Mutant.names(dcc).put("fnt", "DE<SINTETICI");
                }));
    }

    private static Named<Consumer<Map<String, Object>>> limit(String what, Consumer<Map<String, Object>> change) {
        return Named.of(what, change);
    }

    @ParameterizedTest
    @MethodSource("limits")
    void passesWhatIsJustAllowed(Consumer<Map<String, Object>> change) {
        Map<String, Object> dcc = Payloads.dcc();
        change.accept(dcc);
        assertPasses(new HcertClaims("IT", Payloads.ISSUED_AT, Payloads.EXPIRES_AT, dcc));
    }

    @Test
    @DisplayName("the first day begins at midnight in Rome, which is 23:00 UTC in winter")
    void passesFromTheFirstSecondOfTheFirstDayOn() {
        Instant midnight = Instant.parse("2022-01-09T23:00:00Z");
        assertPasses(new HcertClaims("IT", midnight, Payloads.EXPIRES_AT, Payloads.dcc()));
        assertThat(failures(new HcertClaims("IT", midnight.minusSeconds(1), Payloads.EXPIRES_AT, Payloads.dcc())))
                .containsExactly(LintFailure.ISSUED_BEFORE_VALIDITY);
    }

    @ParameterizedTest
    @MethodSource("it.dgc.generation.signing.Mutants#all")
    void refusesAMutantForExactlyItsReasons(Mutant mutant) {
        assertThat(failures(mutant.claims())).containsExactlyInAnyOrderElementsOf(mutant.failures());
    }

    @Test
    void knowsAMutantForEveryRule() {
        Set<LintFailure> covered = Mutants.all().flatMap(mutant -> mutant.failures().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(LintFailure.class)));
        assertThat(covered).containsExactly(LintFailure.values());
    }

    @Test
    @DisplayName("reliability P10: 200 mutants of a valid payload, one rule broken each: signer calls 0")
    void letsNoMutantReachTheSigner() {
        List<Mutant> ofOneRule = Mutants.all().filter(mutant -> mutant.failures().size() == 1).toList();
        CountingSigner counting = new CountingSigner(SIGNER);
        ofOneRule.forEach(mutant -> signIfPassed(mutant.claims(), counting));
        assertThat(ofOneRule).hasSizeGreaterThanOrEqualTo(200);
        assertThat(counting.calls).isZero();
        signIfPassed(Payloads.valid(), counting);
        assertThat(counting.calls).isEqualTo(1);
    }

    private static void signIfPassed(HcertClaims claims, DocumentSigner signer) {
        if (CertificateChecker.check(new CertificateDraft(claims), signer) instanceof CheckResult.Passed passed) {
            signer.sign(passed.certificate());
        }
    }

    private static final class CountingSigner implements DocumentSigner {

        private final DocumentSigner signer;
        private int calls;

        CountingSigner(DocumentSigner signer) {
            this.signer = signer;
        }

        @Override
        public X509Certificate certificate() {
            return signer.certificate();
        }

        @Override
        public UsePeriod usePeriod() {
            return signer.usePeriod();
        }

        @Override
        public String sign(CheckedCertificate certificate) {
            calls++;
            return signer.sign(certificate);
        }
    }

    @Test
    @DisplayName("what must not be printed cannot be printed")
    void printsNothingOfThePayload() {
        CertificateDraft draft = new CertificateDraft(Payloads.valid());
        CheckResult.Passed passed = (CheckResult.Passed) CertificateChecker.check(draft, SIGNER);
        String printed = draft + " " + passed + " " + passed.certificate() + " " + SIGNER;
        assertThat(printed).doesNotContainIgnoringCase("Sintetica").doesNotContainIgnoringCase("Maria")
                .doesNotContain("1980-01-01", Payloads.UVCI, Payloads.CUEV, Events.cuev(1).value(),
                        Events.DOCTOR.fiscalCode().value());
        Mutants.all().forEach(mutant -> assertThat(
                CertificateChecker.check(new CertificateDraft(mutant.claims()), SIGNER).toString())
                .matches("Failed\\[failures=\\[[A-Z_]+(, [A-Z_]+)*]]"));
    }

    private static void assertPasses(HcertClaims claims) {
        assertThat(CertificateChecker.check(new CertificateDraft(claims), SIGNER))
                .isInstanceOf(CheckResult.Passed.class);
    }

    private static List<LintFailure> failures(HcertClaims claims) {
        return switch (CertificateChecker.check(new CertificateDraft(claims), SIGNER)) {
            case CheckResult.Failed failed -> failed.failures();
            case CheckResult.Passed passed -> List.of();
        };
    }
}
