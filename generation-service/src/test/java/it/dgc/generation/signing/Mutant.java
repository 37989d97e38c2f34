package it.dgc.generation.signing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import it.dgc.common.hcert.HcertClaims;

/**
 * A certificate with something wrong in it.
 *
 * @param what is wrong
 * @param claims the broken claims
 * @param failures every rule that is broken
 */
record Mutant(String what, HcertClaims claims, List<LintFailure> failures) {

    /** Breaks the DCC as a whole. */
    static Mutant root(String what, Consumer<Map<String, Object>> change, LintFailure... failures) {
        Map<String, Object> dcc = Payloads.dcc();
        change.accept(dcc);
        return new Mutant(what, new HcertClaims("IT", Payloads.ISSUED_AT, Payloads.EXPIRES_AT, dcc),
                List.of(failures));
    }

    /** Breaks the part of the names. */
    static Mutant name(String what, Consumer<Map<String, Object>> change, LintFailure... failures) {
        return root("nam: " + what, dcc -> change.accept(names(dcc)), failures);
    }

    /** Breaks the statement. */
    static Mutant entry(String what, Consumer<Map<String, Object>> change, LintFailure... failures) {
        return root("e: " + what, dcc -> change.accept(statement(dcc)), failures);
    }

    static Mutant entry(String key, String value, LintFailure... failures) {
        return entry(key + " = " + value, entry -> entry.put(key, value), failures);
    }

    static Mutant name(String key, String value, LintFailure... failures) {
        return name(key + " = " + value, names -> names.put(key, value), failures);
    }

    static Mutant root(String key, String value, LintFailure... failures) {
        return root(key + " = " + value, dcc -> dcc.put(key, value), failures);
    }

    static Mutant claims(String issuer, String issuedAt, String expiresAt, LintFailure... failures) {
        return new Mutant("iss " + issuer + ", iat " + issuedAt + ", exp " + expiresAt,
                new HcertClaims(issuer, Instant.parse(issuedAt), Instant.parse(expiresAt), longAgo()),
                List.of(failures));
    }

    @SuppressWarnings("unchecked") // Payloads.dcc() made it
    static Map<String, Object> names(Map<String, Object> dcc) {
        return (Map<String, Object>) dcc.get("nam");
    }

    @SuppressWarnings("unchecked") // Payloads.dcc() made it
    static List<Object> statements(Map<String, Object> dcc) {
        return (List<Object>) dcc.get("e");
    }

    @SuppressWarnings("unchecked") // Payloads.dcc() made it
    static Map<String, Object> statement(Map<String, Object> dcc) {
        return (Map<String, Object>) statements(dcc).getFirst();
    }

    /** A payload that breaks no rule whatever {@code iat} is. */
    private static Map<String, Object> longAgo() {
        Map<String, Object> dcc = Payloads.dcc();
        statement(dcc).put("df", "2021-01-01");
        return dcc;
    }

    @Override
    public String toString() {
        return what + " -> " + failures;
    }
}
