package it.dgc.portal.limits.counters;

import java.time.Duration;

/**
 * A bound on tries.
 *
 * @param most how many may lie within the time
 * @param within the time, ending now
 */
public record Window(int most, Duration within) {

    /** @throws IllegalArgumentException if it would let nothing pass */
    public Window {
        if (most < 1 || !within.isPositive()) {
            throw new IllegalArgumentException("A window has room for at least one try, and a length");
        }
    }
}
