package it.dgc.common.verification;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import it.dgc.common.codes.Sha256;
import it.dgc.common.exemption.HolderName;
import it.dgc.common.hcert.HcertClaims;
import it.dgc.common.hcert.HcertRefusal;
import it.dgc.common.verification.Reason.Rule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static it.dgc.common.verification.Desk.EXPIRES;
import static it.dgc.common.verification.Desk.FROM;
import static it.dgc.common.verification.Desk.ISSUED;
import static it.dgc.common.verification.Desk.NOON;
import static it.dgc.common.verification.Desk.SIGNER;
import static it.dgc.common.verification.Desk.UNTIL;
import static it.dgc.common.verification.Desk.UVCI;
import static it.dgc.common.verification.Desk.certificate;
import static it.dgc.common.verification.Desk.claims;
import static it.dgc.common.verification.Desk.data;
import static it.dgc.common.verification.Desk.dcc;
import static it.dgc.common.verification.Desk.oddEntry;
import static it.dgc.common.verification.Desk.rules;
import static it.dgc.common.verification.Desk.vaccination;
import static it.dgc.common.verification.Desk.verify;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Allegato B, chapter 4: a certificate before a verifier who is offline")
class VerifierTest {

    private static void says(Verification verification, Outcome outcome, Reason reason) {
        assertThat(verification.outcome()).isEqualTo(outcome);
        assertThat(verification.reason()).contains(reason);
    }

    @Nested
    @DisplayName("step 3: validity, name, surname and birth date, and never the kind")
    class Shown {

        @Test
        void showsTheHolderOfAValidExemption() {
            Verification verification = verify(certificate(Optional.of(UNTIL)), NOON);
            assertThat(verification).isEqualTo(new Verification(Outcome.VALID, Optional.empty(),
                    Optional.of(new Holder(Desk.NAME, "1980-01-02"))));
            Holder holder = verification.holder().orElseThrow();
            assertThat(List.of(holder.familyName(), holder.givenName())).containsExactly("Rossi", "Zoë");
        }

        @Test
        void showsTheStandardisedNameWhereThereIsNoOther() {
            Holder holder = new Holder(new HolderName(null, null, "ROSSI", null), "1980");
            assertThat(List.of(holder.familyName(), holder.givenName())).containsExactly("ROSSI", "");
        }

        @Test
        @DisplayName("no name of another country steers the screen")
        void showsNoCharactersThatSteer() {
            Holder holder = new Holder(
                    new HolderName("\u001B[32mRos\u202Esi\n", "Zoë\u200C Ana-Maria\u2066", "ROSSI", "ZOE"), "1980");
            assertThat(holder.familyName()).isEqualTo("[32mRossi");
            assertThat(holder.givenName()).isEqualTo("Zoë\u200C Ana-Maria");
            Holder marked = new Holder(
                    new HolderName("\u200ERos\u200Fsi\u061C", "Zoë\u2028 Ana\u2029", "ROSSI", "ZOE"), "1980");
            assertThat(List.of(marked.familyName(), marked.givenName())).containsExactly("Rossi", "Zoë Ana");
        }

        @Test
        @DisplayName("an exemption and a vaccination look alike")
        void hidesTheKind() {
            Map<String, Object> other = vaccination("1.3.0");
            other.put("nam", Desk.dcc(FROM, Optional.empty()).get("nam"));
            other.put("dob", "1980-01-02");
            assertThat(verify(SIGNER.certify(claims(other)), NOON))
                    .isEqualTo(verify(certificate(Optional.empty()), NOON));
        }

        @Test
        @DisplayName("a revoked certificate is shown as not valid, without a reason, outside a test")
        void hidesThatItWasRevoked() {
            Verification revoked = new Verifier(data(SIGNER.trusted(), rules(), NOON, Sha256.base64(UVCI)))
                    .verify(certificate(Optional.of(UNTIL)), NOON);
            Verification blackListed = verify(rules("black_list_uvci", UVCI), certificate(Optional.of(UNTIL)), NOON);
            says(revoked, Outcome.REVOKED, Rule.REVOCATION_LIST);
            assertThat(revoked.shown(true)).isEqualTo(revoked);
            assertThat(revoked.shown(false)).isEqualTo(blackListed.shown(false)).isEqualTo(
                    new Verification(Outcome.NOT_VALID, Optional.empty(), revoked.holder()));
        }

        @Test
        void showsEveryOtherOutcomeAsItIs() {
            for (Outcome outcome : Outcome.values()) {
                assertThat(outcome.shown(true)).isEqualTo(outcome);
                assertThat(outcome.shown(false))
                        .isEqualTo(outcome == Outcome.REVOKED ? Outcome.NOT_VALID : outcome);
            }
        }

        @Test
        void namesNobodyWhereNoTrustedKeySigned() {
            String forged = TestIssuer.italian().certify(claims(dcc(FROM, Optional.empty())));
            assertThat(verify(forged, NOON).holder()).isEmpty();
        }

        @Test
        @DisplayName("what must not be printed cannot be printed")
        void printsNothingOfThePerson() {
            Verification verification = verify(certificate(Optional.of(UNTIL)), NOON);
            VerificationData data = data(SIGNER.trusted(), rules("black_list_uvci", UVCI), NOON);
            assertThat(List.of(verification, verification.holder().orElseThrow(), data, data.rules(),
                    Desk.settings("black_list_uvci", UVCI)).toString())
                    .doesNotContainIgnoringCase("Rossi", "Zo", "1980", UVCI, "2026-12-31", "exemption:");
        }
    }

    @Nested
    @DisplayName("chapter 3, Table 2: the days of an exemption, by the synchronised parameters")
    class Days {

        @ParameterizedTest
        @CsvSource({"2026-11-10T09:00:00Z, VALID", "2026-12-31T22:59:59.999Z, VALID", "2026-12-31T23:00:00Z, EXPIRED",
                "2026-11-09T22:59:59.999Z, NOT_VALID_YET", "2027-12-31T23:59:59Z, EXPIRED",
                "2028-01-02T00:00:00Z, EXPIRED"})
        @DisplayName("both days are inclusive, days in Europe/Rome")
        void countsDaysInRome(Instant at, Outcome outcome) {
            assertThat(verify(certificate(Optional.of(UNTIL)), at).outcome()).isEqualTo(outcome);
        }

        @Test
        @DisplayName("du is optional (Allegato B, chapter 1): without it only the technical end ends a certificate")
        void lastsToTheTechnicalEndWithoutALastDay() {
            assertThat(verify(certificate(Optional.empty()), EXPIRES).outcome()).isEqualTo(Outcome.VALID);
            says(verify(certificate(Optional.empty()), EXPIRES.plusSeconds(1)), Outcome.EXPIRED,
                    new Reason.Container(HcertRefusal.CWT_EXPIRED));
        }

        @Test
        @DisplayName("a published exemption_start_day of 15 gives NOT_VALID_YET, until it is rolled back")
        void waitsForTheFirstDayThatTheRulesAllow() {
            String text = certificate(Optional.of(UNTIL));
            Instant lastWaiting = Instant.parse("2026-11-24T22:59:59.999Z");
            ValidityRules published = rules("exemption_start_day", "15");
            says(verify(published, text, lastWaiting), Outcome.NOT_VALID_YET, Rule.FIRST_DAY);
            assertThat(verify(published, text, lastWaiting.plusMillis(1)).outcome()).isEqualTo(Outcome.VALID);
            assertThat(verify(rules("exemption_start_day", "0"), text, lastWaiting).outcome()).isEqualTo(Outcome.VALID);
        }

        @ParameterizedTest
        @CsvSource({"0,2026-11-10", "5,2026-11-15", "50,2026-12-30", "51,2026-12-31", "52,2026-12-31",
                "99999,2026-12-31"})
        @DisplayName("a number of days brings the end forward, never past du")
        void countsTheLastDayFromTheFirst(String days, LocalDate last) {
            Instant over = last.plusDays(1).atStartOfDay(java.time.ZoneId.of("Europe/Rome")).toInstant();
            ValidityRules counted = rules("exemption_end_day", days);
            assertThat(verify(counted, certificate(Optional.of(UNTIL)), over.minusNanos(1)).outcome())
                    .isEqualTo(Outcome.VALID);
            says(verify(counted, certificate(Optional.of(UNTIL)), over), Outcome.EXPIRED, Rule.LAST_DAY);
        }

        @Test
        void countsTheLastDayWhereTheCertificateHasNone() {
            ValidityRules counted = rules("exemption_end_day", "5");
            assertThat(verify(counted, certificate(Optional.empty()), Instant.parse("2026-11-15T22:59:59Z")).outcome())
                    .isEqualTo(Outcome.VALID);
            assertThat(verify(counted, certificate(Optional.empty()), Instant.parse("2026-11-15T23:00:00Z")).outcome())
                    .isEqualTo(Outcome.EXPIRED);
        }

        @Test
        void acceptsAnExemptionOfOneDay() {
            String text = SIGNER.certify(claims(dcc(FROM, Optional.of(FROM))));
            assertThat(verify(text, Instant.parse("2026-11-10T22:59:59Z")).outcome()).isEqualTo(Outcome.VALID);
        }

        @Test
        @DisplayName("before its own time of issue it is not valid, on a day that it covers")
        void refusesTheTimeBeforeItsIssue() {
            says(verify(certificate(Optional.of(UNTIL)), ISSUED.minusNanos(1)), Outcome.NOT_VALID,
                    new Reason.Container(HcertRefusal.CWT_NOT_YET_VALID));
            assertThat(verify(certificate(Optional.of(UNTIL)), ISSUED).outcome()).isEqualTo(Outcome.VALID);
        }
    }

    @Nested
    @DisplayName("Table 2: valid in Italy only, from Italy, under a signer of exemptions")
    class Italy {

        @ParameterizedTest
        @ValueSource(strings = {"FR", "it", "ITA", ""})
        void refusesAnotherIssuer(String country) {
            String text = SIGNER.certify(new HcertClaims(country, ISSUED, EXPIRES, dcc(FROM, Optional.empty())));
            says(verify(text, NOON), Outcome.NOT_VALID, Rule.ISSUER);
        }

        @Test
        void refusesAnotherCountryInTheStatement() {
            assertThat(verify(oddEntry(entry -> entry.put("co", "SM")), NOON).outcome()).isEqualTo(Outcome.NOT_VALID);
        }

        @ParameterizedTest
        @ValueSource(strings = {TestIssuer.TEST, TestIssuer.VACCINATION, TestIssuer.RECOVERY})
        void refusesASignerOfEuropeanKinds(String usage) {
            TestIssuer european = TestIssuer.italian(usage);
            says(verify(european.trusted(), european.certify(claims(dcc(FROM, Optional.empty()))), NOON),
                    Outcome.NOT_VALID, new Reason.Container(HcertRefusal.UNSUITABLE_PUBLIC_KEY_TYPE));
        }

        @ParameterizedTest
        @CsvSource({"'CN=DSC,C=SM','CN=CSCA,C=SM'", "'CN=DSC,C=IT','CN=CSCA,C=SM'", "'CN=DSC,C=SM','CN=CSCA,C=IT'"})
        void refusesASignerOfAnotherCountry(String subject, String issuer) {
            TestIssuer foreign = TestIssuer.of(subject, issuer);
            says(verify(foreign.trusted(), foreign.certify(claims(dcc(FROM, Optional.empty()))), NOON),
                    Outcome.NOT_VALID, new Reason.Container(HcertRefusal.UNSUITABLE_PUBLIC_KEY_TYPE));
        }
    }

    @Nested
    @DisplayName("other kinds of schema 1.x: signature, times, key usage")
    class OtherKinds {

        private final TestIssuer german = TestIssuer.of("CN=DSC,C=DE", "CN=CSCA,C=DE", TestIssuer.VACCINATION);

        private Verification read(Map<String, Object> dcc, Instant at) {
            return verify(german.trusted(), german.certify(new HcertClaims("DE", ISSUED, EXPIRES, dcc)), at);
        }

        @Test
        void acceptsAVaccinationOfAnotherCountry() {
            Verification verification = read(vaccination("1.3.0"), NOON);
            assertThat(verification.outcome()).isEqualTo(Outcome.VALID);
            assertThat(verification.holder()).contains(
                    new Holder(new HolderName("Mustermann", null, "MUSTERMANN", "ERIKA"), "1964-08"));
        }

        @Test
        void refusesAKindThatTheSignerMayNotState() {
            Map<String, Object> recovery = vaccination("1.3.0");
            recovery.put("r", recovery.remove("v"));
            assertThat(read(recovery, NOON).outcome()).isEqualTo(Outcome.NOT_VALID);
        }

        @Test
        void looksAtItsTimes() {
            says(read(vaccination("1.3.0"), ISSUED.minusSeconds(1)), Outcome.NOT_VALID,
                    new Reason.Container(HcertRefusal.CWT_NOT_YET_VALID));
            says(read(vaccination("1.3.0"), EXPIRES.plusSeconds(1)), Outcome.EXPIRED,
                    new Reason.Container(HcertRefusal.CWT_EXPIRED));
        }

        @Test
        void refusesAfterTheEndOfTheSigner() {
            Instant late = TestIssuer.NOT_AFTER.plusSeconds(1);
            String text = german
                    .certify(new HcertClaims("DE", ISSUED, late.plusSeconds(9), vaccination("1.3.0")));
            says(verify(german.trusted(), text, late), Outcome.NOT_VALID,
                    new Reason.Container(HcertRefusal.PUBLIC_KEY_EXPIRED));
        }

        @Test
        @DisplayName("every statement's identifier is looked up: schemas before 1.3 allow several")
        void looksUpEveryIdentifier() {
            Map<String, Object> two = vaccination("1.0.0");
            two.put("t", List.of(Map.of("ci", "URN:UVCI:01:DE:1")));
            String text = SIGNER.certify(claims(two));
            assertThat(verify(text, NOON).outcome()).isEqualTo(Outcome.VALID);
            assertThat(new Verifier(data(SIGNER.trusted(), rules(), NOON, Sha256.base64("URN:UVCI:01:DE:1")))
                    .verify(text, NOON).outcome()).isEqualTo(Outcome.REVOKED);
        }

        @Test
        @DisplayName("one statement that nobody can look up makes it no certificate")
        void asksEveryStatementForItsIdentifier() {
            Map<String, Object> two = vaccination("1.0.0");
            two.put("t", List.of(Map.of("ci", "URN:UVCI:01:DE:1"), Map.of("tt", "LP6464-4")));
            says(verify(SIGNER.certify(claims(two)), NOON), Outcome.NOT_EU_DCC, Rule.NO_IDENTIFIER);
        }

        @ParameterizedTest
        @ValueSource(strings = {"2.0.0", "1.3", "", "1.0.0-rc", "x"})
        void refusesAnotherSchema(String version) {
            says(read(vaccination(version), NOON), Outcome.NOT_VALID, Rule.SCHEMA);
        }

        @ParameterizedTest
        @CsvSource({"dob,1964-8", "dob,1864", "dob,1", "nam,x"})
        void refusesAHolderThatTheSchemaDoesNotKnow(String key, String value) {
            Map<String, Object> dcc = vaccination("1.3.0");
            dcc.put(key, value);
            says(read(dcc, NOON), Outcome.NOT_VALID, Rule.SCHEMA);
        }

        @Test
        void refusesANameWithoutAStandardisedPart() {
            for (Map<String, Object> nam : List.<Map<String, Object>>of(Map.of("fn", "Mustermann"),
                    Map.of("fnt", 1L), Map.of())) {
                Map<String, Object> dcc = vaccination("1.3.0");
                dcc.put("nam", nam);
                says(read(dcc, NOON), Outcome.NOT_VALID, Rule.SCHEMA);
            }
        }
    }

    @Nested
    @DisplayName("the order of the app: identifier, signature, black list, revocation list, dates")
    class Order {

        private final Instant over = Instant.parse("2027-06-01T10:00:00Z");

        @Test
        void asksForTheIdentifierBeforeTheSignature() {
            Map<String, Object> dcc = vaccination("1.3.0");
            dcc.remove("v");
            says(verify(TestIssuer.italian().certify(claims(dcc)), NOON), Outcome.NOT_EU_DCC, Rule.NO_IDENTIFIER);
        }

        @Test
        void asksForTheSignatureBeforeTheLists() {
            String forged = TestIssuer.italian().certify(claims(dcc(FROM, Optional.empty())));
            says(verify(rules("black_list_uvci", UVCI), forged, NOON), Outcome.NOT_VALID,
                    new Reason.Container(HcertRefusal.KEY_NOT_IN_TRUST_LIST));
        }

        @Test
        void asksForTheBlackListBeforeTheRevocationList() {
            var both = data(SIGNER.trusted(), rules("black_list_uvci", "x; " + UVCI + " ;"), NOON,
                    Sha256.base64(UVCI));
            says(new Verifier(both).verify(certificate(Optional.of(UNTIL)), NOON), Outcome.NOT_VALID, Rule.BLACK_LIST);
        }

        @Test
        void asksForTheListsBeforeTheDates() {
            var list = data(SIGNER.trusted(), rules(), over, Sha256.base64(UVCI));
            says(new Verifier(list).verify(certificate(Optional.of(UNTIL)), over), Outcome.REVOKED,
                    Rule.REVOCATION_LIST);
        }

        @Test
        @DisplayName("DRL_SYNC_ACTIVE = false switches the list off")
        void leavesOutAListThatIsSwitchedOff() {
            var off = data(SIGNER.trusted(), rules("DRL_SYNC_ACTIVE", "false"), NOON, Sha256.base64(UVCI));
            assertThat(new Verifier(off).verify(certificate(Optional.of(UNTIL)), NOON).outcome())
                    .isEqualTo(Outcome.VALID);
        }
    }

    @Nested
    @DisplayName("Allegato B, chapter 4: local data, updated at least once a day")
    class Freshness {

        private Verification read(Duration sinceSync) {
            return new Verifier(data(SIGNER.trusted(), rules(), NOON.minus(sinceSync)))
                    .verify(certificate(Optional.of(UNTIL)), NOON);
        }

        @Test
        void decidesWithDataOfADay() {
            assertThat(read(Duration.ZERO).outcome()).isEqualTo(Outcome.VALID);
            assertThat(read(Duration.ofHours(24)).outcome()).isEqualTo(Outcome.VALID);
        }

        @Test
        void asksForASyncAfterADay() {
            says(read(Duration.ofHours(24).plusNanos(1)), Outcome.SYNC_NEEDED, Rule.DATA_OLD);
            assertThat(read(Duration.ofDays(400)).holder()).isEmpty();
        }

        @Test
        @DisplayName("a clock that stands before the last synchronisation is wrong about the day, too")
        void asksForASyncAfterTheClockWasSetBack() {
            assertThat(read(Duration.ofMinutes(-5)).outcome()).isEqualTo(Outcome.VALID);
            says(read(Duration.ofMinutes(-5).minusNanos(1)), Outcome.SYNC_NEEDED, Rule.CLOCK_SET_BACK);
        }

        @Test
        void asksForASyncWithoutKeys() {
            for (TrustedKeys keys : List.of(TrustedKeys.of(Map.of()),
                    TrustedKeys.of(Map.of(SIGNER.kid(), List.of())))) {
                says(verify(keys, certificate(Optional.of(UNTIL)), NOON), Outcome.SYNC_NEEDED, Rule.NO_KEYS);
            }
        }

        @Test
        @DisplayName("no list is never read as nobody revoked")
        void asksForASyncWithoutAList() {
            var without = new VerificationData(SIGNER.trusted(), rules(), Optional.empty(), NOON);
            says(new Verifier(without).verify(certificate(Optional.of(UNTIL)), NOON), Outcome.SYNC_NEEDED,
                    Rule.NO_LIST);
            var off = new VerificationData(SIGNER.trusted(), rules("DRL_SYNC_ACTIVE", "false"), Optional.empty(), NOON);
            assertThat(new Verifier(off).verify(certificate(Optional.of(UNTIL)), NOON).outcome())
                    .isEqualTo(Outcome.VALID);
        }

        @Test
        @DisplayName("whatever the text is")
        void asksForASyncBeforeItLooksAtTheText() {
            var old = data(SIGNER.trusted(), rules(), NOON.minus(Duration.ofDays(2)));
            assertThat(Set.of("", "garbage", "HC1:"))
                    .allSatisfy(text -> assertThat(new Verifier(old).verify(text, NOON).outcome())
                            .isEqualTo(Outcome.SYNC_NEEDED));
        }
    }
}
