package it.dgc.deploy.oracle;

import java.time.Instant;

/** A time in which something was broken, both ends inclusive. */
public record Trouble(Instant from, Instant until) {

    /** @return whether something was broken at some moment between two deliveries, these included */
    boolean touches(Instant first, Instant again) {
        return !from.isAfter(again) && !until.isBefore(first);
    }
}
