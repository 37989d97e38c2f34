package it.dgc.common.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import it.dgc.common.exemption.Exemption;
import it.dgc.common.exemption.ExemptionEntry;
import it.dgc.common.exemption.HolderName;
import it.dgc.common.hcert.HcertClaims;
import it.dgc.common.verification.ValidityRules.Setting;

/** A verifier's desk: one trusted signer, the rules of Table 2, and certificates of a person who does not exist. */
final class Desk {

    static final TestIssuer SIGNER = TestIssuer.italian();
    static final Instant ISSUED = Instant.parse("2026-11-10T09:00:00Z");
    static final Instant EXPIRES = Instant.parse("2028-01-01T00:00:00Z");
    static final LocalDate FROM = LocalDate.of(2026, 11, 10);
    static final LocalDate UNTIL = LocalDate.of(2026, 12, 31);
    /** Between the two. */
    static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");
    static final String UVCI = "01IT1B321FE2B68D42A7AB6A2EC83E8F09F3#7";
    static final HolderName NAME = new HolderName("Rossi", "Zoë", "ROSSI", "ZOE");
    static final LocalDate BIRTH = LocalDate.of(1980, 1, 2);
    static final RevokedIdentifiers NOTHING_REVOKED = hash -> false;

    private Desk() {}

    static List<Setting> settings(String... namesAndValues) {
        Map<String, String> values = new LinkedHashMap<>(Map.of("black_list_uvci", "", "exemption_start_day", "0",
                "exemption_end_day", "du", "DRL_SYNC_ACTIVE", "true"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return values.entrySet().stream().map(value -> new Setting(value.getKey(), "GENERIC", value.getValue()))
                .toList();
    }

    static ValidityRules rules(String... namesAndValues) {
        return ValidityRules.read(settings(namesAndValues)).orElseThrow();
    }

    static Map<String, Object> dcc(LocalDate from, Optional<LocalDate> until) {
        return new LinkedHashMap<>(Exemption
                .of(NAME, BIRTH, new ExemptionEntry("MRARSS75P14H501I", from, until, UVCI, "CUEV-ABCDE1234E"))
                .toDcc());
    }

    static HcertClaims claims(Map<String, Object> dcc) {
        return new HcertClaims("IT", ISSUED, EXPIRES, dcc);
    }

    static String certificate(Optional<LocalDate> until) {
        return SIGNER.certify(claims(dcc(FROM, until)));
    }

    /** An exemption that is odd in its one statement. */
    static String oddEntry(Consumer<Map<String, Object>> change) {
        return oddDcc(dcc -> change.accept(entry(dcc)));
    }

    static String oddDcc(Consumer<Map<String, Object>> change) {
        Map<String, Object> dcc = dcc(FROM, Optional.of(UNTIL));
        Map<String, Object> entry = new LinkedHashMap<>(entry(dcc));
        dcc.put("e", new ArrayList<>(List.of(entry)));
        change.accept(dcc);
        return SIGNER.certify(claims(dcc));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> entry(Map<String, Object> dcc) {
        return ((List<Map<String, Object>>) dcc.get("e")).getFirst();
    }

    /** A vaccination as another country would state it. */
    static Map<String, Object> vaccination(String version) {
        Map<String, Object> dcc = new LinkedHashMap<>();
        dcc.put("ver", version);
        dcc.put("nam", Map.of("fnt", "MUSTERMANN", "gnt", "ERIKA", "fn", "Mustermann"));
        dcc.put("dob", "1964-08");
        dcc.put("v", List.of(Map.of("ci", "URN:UVCI:01DE/IZ12345A/5CWLU12RNOB9RXSEOP6FG8#W", "dt", "2021-06-01")));
        return dcc;
    }

    /** Synchronised a moment ago. */
    static VerificationData data(TrustedKeys keys, ValidityRules rules, Instant at, String... revoked) {
        return new VerificationData(keys, rules, Optional.of(RevokedIdentifiers.of(Set.of(revoked))), at);
    }

    static Verification verify(String text, Instant at) {
        return verify(SIGNER.trusted(), text, at);
    }

    static Verification verify(TrustedKeys keys, String text, Instant at) {
        return new Verifier(data(keys, rules(), at)).verify(text, at);
    }

    static Verification verify(ValidityRules rules, String text, Instant at) {
        return new Verifier(data(SIGNER.trusted(), rules, at)).verify(text, at);
    }
}
