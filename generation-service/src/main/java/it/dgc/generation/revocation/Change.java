package it.dgc.generation.revocation;

import java.time.Instant;

import it.dgc.generation.registry.Ground;
import it.dgc.generation.registry.TestHistory;

/** What shall be done. */
public sealed interface Change {

    /** There is a ground to revoke. */
    record Revoke(Ground ground) implements Change {}

    /** The holder has recovered: a positive test is a ground no longer (dPCM 17 June 2021, article 8, paragraph 5). */
    record Restore() implements Change {}

    /**
     * @param tests what was known before
     * @param at when this was communicated
     * @return what is known of tests once this has taken hold
     */
    default TestHistory noted(TestHistory tests, Instant at) {
        return switch (this) {
            case Revoke revoke -> revoke.ground() == Ground.POSITIVE_TEST ? tests.positive(at) : tests;
            case Restore restore -> tests.recovered(at);
        };
    }

    /** @return code for the auditor */
    default String code() {
        return switch (this) {
            case Revoke revoke -> revoke.ground().name();
            case Restore restore -> "RECOVERED";
        };
    }
}
