package it.dgc.generation.revocation;

import it.dgc.generation.registry.Ground;

/** What shall be done. */
public sealed interface Change {

    /** There is a ground to revoke. */
    record Revoke(Ground ground) implements Change {}

    /** The holder has recovered: a positive test is a ground no longer (dPCM 17 June 2021, article 8, paragraph 5). */
    record Restore() implements Change {}

    /** @return code for the auditor */
    default String code() {
        return switch (this) {
            case Revoke revoke -> revoke.ground().name();
            case Restore restore -> "RECOVERED";
        };
    }
}
