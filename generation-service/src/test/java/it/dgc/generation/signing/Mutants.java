package it.dgc.generation.signing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import it.dgc.generation.testing.Events;

import static it.dgc.generation.signing.LintFailure.BIRTH_DATE;
import static it.dgc.generation.signing.LintFailure.COUNTRY;
import static it.dgc.generation.signing.LintFailure.CUEV;
import static it.dgc.generation.signing.LintFailure.DESCRIPTION;
import static it.dgc.generation.signing.LintFailure.DISEASE;
import static it.dgc.generation.signing.LintFailure.DOCTOR;
import static it.dgc.generation.signing.LintFailure.EXPIRES_AT_NOT_WHOLE_SECONDS;
import static it.dgc.generation.signing.LintFailure.EXPIRES_BEFORE_ISSUE;
import static it.dgc.generation.signing.LintFailure.EXPIRES_UNLIKE_SIGNER;
import static it.dgc.generation.signing.LintFailure.FAMILY_NAME;
import static it.dgc.generation.signing.LintFailure.FAMILY_NAME_TRANSLITERATED;
import static it.dgc.generation.signing.LintFailure.GIVEN_NAME;
import static it.dgc.generation.signing.LintFailure.GIVEN_NAME_TRANSLITERATED;
import static it.dgc.generation.signing.LintFailure.IDENTIFIER;
import static it.dgc.generation.signing.LintFailure.ISSUED_AT_NOT_WHOLE_SECONDS;
import static it.dgc.generation.signing.LintFailure.ISSUED_BEFORE_VALIDITY;
import static it.dgc.generation.signing.LintFailure.ISSUED_OUTSIDE_USE_PERIOD;
import static it.dgc.generation.signing.LintFailure.ISSUER;
import static it.dgc.generation.signing.LintFailure.ISSUER_CLAIM;
import static it.dgc.generation.signing.LintFailure.SCHEMA_VERSION;
import static it.dgc.generation.signing.LintFailure.STRUCTURE;
import static it.dgc.generation.signing.LintFailure.UNTIL_BEFORE_FROM;
import static it.dgc.generation.signing.LintFailure.VALID_FROM;
import static it.dgc.generation.signing.LintFailure.VALID_UNTIL;

/** The table of Allegato B, chapter 1, with each field wrong in each way that it can be. */
final class Mutants {

    private static final List<String> NAMES = List.of("fnt", "fn", "gnt", "gn");
    private static final List<String> ENTRY = List.of("fc", "co", "ci", "cu", "is", "tg", "df", "ds");
    private static final List<String> ROOT = List.of("nam", "ver", "e", "dob");
    private static final String EXPIRY = Payloads.EXPIRES_AT.toString();
    private static final String DOCTOR_CODE = Events.DOCTOR.fiscalCode().value();

    private Mutants() {}

    static Stream<Mutant> all() {
        return Stream
                .of(missingOrOfAnotherType(), structure(), empty(), names(), constants(), spaces(), dates(), codes(),
                        times())
                .flatMap(List::stream);
    }

    private static List<Mutant> missingOrOfAnotherType() {
        List<Mutant> mutants = new ArrayList<>();
        ROOT.forEach(key -> {
            mutants.add(Mutant.root(key + " missing", dcc -> dcc.remove(key), STRUCTURE));
            otherThanText().stream().filter(value -> !(value instanceof Map || value instanceof List)).forEach(
                    value -> mutants.add(Mutant.root(key + " = " + value, dcc -> dcc.put(key, value), STRUCTURE)));
            mutants.add(Mutant.root(key + " null", dcc -> dcc.put(key, null), STRUCTURE));
        });
        NAMES.forEach(key -> {
            mutants.add(Mutant.name(key + " missing", names -> names.remove(key), STRUCTURE));
            otherThanText().forEach(value -> mutants
                    .add(Mutant.name(key + " = " + value, names -> names.put(key, value), STRUCTURE)));
            mutants.add(Mutant.name(key + " null", names -> names.put(key, null), STRUCTURE));
        });
        ENTRY.forEach(key -> {
            mutants.add(Mutant.entry(key + " missing", entry -> entry.remove(key), STRUCTURE));
            otherThanText().forEach(value -> mutants
                    .add(Mutant.entry(key + " = " + value, entry -> entry.put(key, value), STRUCTURE)));
            mutants.add(Mutant.entry(key + " null", entry -> entry.put(key, null), STRUCTURE));
        });
        return mutants;
    }

    private static List<Object> otherThanText() {
        return List.of(1L, true, 1.5, List.of("text"), Map.of("text", "text"));
    }

    /** A space before or after a text is another text. */
    private static List<Mutant> spaces() {
        List<Mutant> mutants = new ArrayList<>();
        Map.of("tg", DISEASE, "co", COUNTRY, "is", ISSUER, "ds", DESCRIPTION, "df", VALID_FROM, "du", VALID_UNTIL, "fc",
                DOCTOR, "cu", CUEV, "ci", IDENTIFIER).forEach((key, failure) -> {
                    String good = (String) Mutant.statement(Payloads.dcc()).get(key);
                    mutants.add(Mutant.entry(key, good + ' ', failure));
                    mutants.add(Mutant.entry(key, ' ' + good, failure));
                });
        mutants.add(Mutant.root("dob", " 1980-01-01", BIRTH_DATE));
        mutants.add(Mutant.root("ver", " 1.0.0", SCHEMA_VERSION));
        return mutants;
    }

    private static List<Mutant> structure() {
        return List.of(
                Mutant.root("a vaccination beside e", dcc -> dcc.put("v", List.of(Map.of())), STRUCTURE),
                Mutant.root("an empty test list beside e", dcc -> dcc.put("t", List.of()), STRUCTURE),
                Mutant.root("a recovery in place of e", dcc -> dcc.put("r", dcc.remove("e")), STRUCTURE),
                Mutant.root("two entries", dcc -> Mutant.statements(dcc).add(Mutant.statement(Payloads.dcc())),
                        STRUCTURE),
                Mutant.root("no entry", dcc -> Mutant.statements(dcc).clear(), STRUCTURE),
                Mutant.root("e not in a list", dcc -> dcc.put("e", Mutant.statement(dcc)), STRUCTURE),
                Mutant.root("e a list of text", dcc -> dcc.put("e", List.of("exempt")), STRUCTURE),
                Mutant.root("nam a list", dcc -> dcc.put("nam", List.of("Sintetica", "Maria")), STRUCTURE),
                Mutant.root("the Italian key in upper case", dcc -> dcc.put("E", dcc.remove("e")), STRUCTURE),
                Mutant.name("a middle name", names -> names.put("mn", "Pia"), STRUCTURE),
                Mutant.name("fn in upper case", names -> names.put("FN", names.remove("fn")), STRUCTURE),
                Mutant.entry("a key more", entry -> entry.put("note", "text"), STRUCTURE),
                Mutant.entry("ver in the entry", entry -> entry.put("ver", "1.0.0"), STRUCTURE),
                Mutant.entry("fc in upper case", entry -> entry.put("FC", entry.remove("fc")), STRUCTURE),
                Mutant.entry("du a number", entry -> entry.put("du", 20220630L), STRUCTURE),
                Mutant.entry("du null", entry -> entry.put("du", null), STRUCTURE),
                Mutant.root("a number as a key", Mutants::putNumberedKey, STRUCTURE));
    }

    private static void putNumberedKey(Map<String, Object> dcc) {
        Map<Object, Object> entry = new HashMap<>(Mutant.statement(dcc));
        entry.put(1L, "text");
        dcc.put("e", List.of(entry));
    }

    private static List<Mutant> empty() {
        return List.of(Mutant.root("ver", "", SCHEMA_VERSION), Mutant.root("dob", "", BIRTH_DATE),
                Mutant.name("fn", "", FAMILY_NAME, FAMILY_NAME_TRANSLITERATED),
                Mutant.name("gn", "", GIVEN_NAME, GIVEN_NAME_TRANSLITERATED),
                Mutant.name("fnt", "", FAMILY_NAME_TRANSLITERATED), Mutant.name("gnt", "", GIVEN_NAME_TRANSLITERATED),
                Mutant.entry("tg", "", DISEASE), Mutant.entry("co", "", COUNTRY), Mutant.entry("is", "", ISSUER),
                Mutant.entry("ds", "", DESCRIPTION), Mutant.entry("df", "", VALID_FROM),
                Mutant.entry("du", "", VALID_UNTIL), Mutant.entry("fc", "", DOCTOR), Mutant.entry("cu", "", CUEV),
                Mutant.entry("ci", "", IDENTIFIER));
    }

    private static List<Mutant> names() {
        return List.of(Mutant.name("fn", "S1ntetica", FAMILY_NAME, FAMILY_NAME_TRANSLITERATED),
                Mutant.name("fn", "Sinte\ntica", FAMILY_NAME, FAMILY_NAME_TRANSLITERATED),
                Mutant.name("fn", "A".repeat(81), FAMILY_NAME, FAMILY_NAME_TRANSLITERATED),
                Mutant.name("fn", "Sintetica\u0300", FAMILY_NAME),
                Mutant.name("fn", "Altra", FAMILY_NAME_TRANSLITERATED),
                Mutant.name("fnt", "sintetica", FAMILY_NAME_TRANSLITERATED),
                Mutant.name("fnt", "SINTETICA<", FAMILY_NAME_TRANSLITERATED),
                Mutant.name("fnt", "MARIA", FAMILY_NAME_TRANSLITERATED),
                Mutant.name("gn", "Mar1a", GIVEN_NAME, GIVEN_NAME_TRANSLITERATED),
                Mutant.name("gn", "Maria\u0300", GIVEN_NAME),
                Mutant.name("gn", "Anna", GIVEN_NAME_TRANSLITERATED),
                Mutant.name("gnt", "Maria", GIVEN_NAME_TRANSLITERATED),
                Mutant.name("gnt", " MARIA", GIVEN_NAME_TRANSLITERATED));
    }

    private static List<Mutant> constants() {
        return List.of(Mutant.root("ver", "1.3.0", SCHEMA_VERSION), Mutant.root("ver", "1.0", SCHEMA_VERSION),
                Mutant.root("ver", "1.0.0 ", SCHEMA_VERSION), Mutant.entry("tg", "840539007", DISEASE),
                Mutant.entry("tg", "840539006 ", DISEASE), Mutant.entry("co", "it", COUNTRY),
                Mutant.entry("co", "DE", COUNTRY), Mutant.entry("co", "ITA", COUNTRY),
                Mutant.entry("is", "ministero della salute", ISSUER),
                Mutant.entry("is", "Ministero  della Salute", ISSUER), Mutant.entry("is", "IT", ISSUER),
                Mutant.entry("ds", "soggetto esente dalla vaccinazione anti SARS-CoV-2", DESCRIPTION),
                Mutant.entry("ds", "Soggetto esente", DESCRIPTION));
    }

    private static List<Mutant> dates() {
        return List.of(Mutant.root("dob", "1980", BIRTH_DATE), Mutant.root("dob", "1980-01", BIRTH_DATE),
                Mutant.root("dob", "1980-02-30", BIRTH_DATE), Mutant.root("dob", "01/01/1980", BIRTH_DATE),
                Mutant.root("dob", "1980-01-01T00:00:00", BIRTH_DATE), Mutant.root("dob", "1899-12-31", BIRTH_DATE),
                Mutant.root("dob", "2022-01-11", BIRTH_DATE),
                Mutant.entry("df", "2022-01-10T00:00", VALID_FROM), Mutant.entry("df", "2021-02-29", VALID_FROM),
                Mutant.entry("df", "10-01-2022", VALID_FROM), Mutant.entry("df", "2022-1-10", VALID_FROM),
                Mutant.entry("df", "2022-01-11", ISSUED_BEFORE_VALIDITY),
                Mutant.entry("df", "2022-07-01", UNTIL_BEFORE_FROM, ISSUED_BEFORE_VALIDITY),
                Mutant.entry("du", "2022-01-09", UNTIL_BEFORE_FROM), Mutant.entry("du", "2022-06-31", VALID_UNTIL),
                Mutant.entry("du", "2022-06-30Z", VALID_UNTIL), Mutant.entry("du", "never", VALID_UNTIL));
    }

    private static List<Mutant> codes() {
        return List.of(Mutant.entry("fc", DOCTOR_CODE.toLowerCase(), DOCTOR),
                Mutant.entry("fc", DOCTOR_CODE.substring(0, 15), DOCTOR),
                Mutant.entry("fc", withLast(DOCTOR_CODE, 'A', 'B'), DOCTOR),
                Mutant.entry("fc", "00000000000", DOCTOR), Mutant.entry("fc", "STP1234567890123", DOCTOR),
                Mutant.entry("cu", Payloads.CUEV.substring(5), CUEV),
                Mutant.entry("cu", Payloads.CUEV.toLowerCase(), CUEV),
                Mutant.entry("cu", Payloads.CUEV + "0", CUEV), Mutant.entry("cu", "CUEV-CUEV-12345", CUEV),
                Mutant.entry("cu", withLast(Payloads.CUEV, 'A', 'B'), CUEV),
                Mutant.entry("ci", Payloads.UVCI.toLowerCase(), IDENTIFIER),
                Mutant.entry("ci", "URN:UVCI:" + Payloads.UVCI, IDENTIFIER),
                Mutant.entry("ci", Payloads.UVCI.substring(0, 36), IDENTIFIER),
                Mutant.entry("ci", Payloads.UVCI + "\n", IDENTIFIER),
                Mutant.entry("ci", withLast(Payloads.UVCI, '0', '1'), IDENTIFIER),
                Mutant.entry("ci", Payloads.UVCI.replace("01IT", "01DE"), IDENTIFIER));
    }

    /** @return the code with another check character */
    private static String withLast(String code, char one, char other) {
        char last = code.charAt(code.length() - 1) == one ? other : one;
        return code.substring(0, code.length() - 1) + last;
    }

    private static List<Mutant> times() {
        String iat = Payloads.ISSUED_AT.toString();
        return List.of(Mutant.claims("DE", iat, EXPIRY, ISSUER_CLAIM), Mutant.claims("it", iat, EXPIRY, ISSUER_CLAIM),
                Mutant.claims("", iat, EXPIRY, ISSUER_CLAIM),
                Mutant.claims("IT", "2022-01-10T09:00:00.001Z", EXPIRY, ISSUED_AT_NOT_WHOLE_SECONDS),
                Mutant.claims("IT", "2021-12-31T23:59:59Z", EXPIRY, ISSUED_OUTSIDE_USE_PERIOD),
                Mutant.claims("IT", EXPIRY, EXPIRY, ISSUED_OUTSIDE_USE_PERIOD, EXPIRES_BEFORE_ISSUE),
                Mutant.claims("IT", iat, "2024-01-01T00:00:00.000000001Z", EXPIRES_AT_NOT_WHOLE_SECONDS,
                        EXPIRES_UNLIKE_SIGNER),
                Mutant.claims("IT", iat, "2024-01-01T00:00:01Z", EXPIRES_UNLIKE_SIGNER),
                Mutant.claims("IT", iat, "2024-01-01T12:00:00Z", EXPIRES_UNLIKE_SIGNER),
                Mutant.claims("IT", iat, "2023-12-31T00:00:00Z", EXPIRES_UNLIKE_SIGNER),
                Mutant.claims("IT", iat, iat, EXPIRES_BEFORE_ISSUE, EXPIRES_UNLIKE_SIGNER),
                Mutant.claims("IT", iat, "2022-01-10T08:59:59Z", EXPIRES_BEFORE_ISSUE, EXPIRES_UNLIKE_SIGNER));
    }
}
