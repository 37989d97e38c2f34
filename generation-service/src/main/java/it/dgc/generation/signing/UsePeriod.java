package it.dgc.generation.signing;

import java.time.Instant;

/**
 * When a key may sign; {@code iat} of what it signs lies inside.
 *
 * @param from first instant
 * @param until first instant no longer inside
 */
public record UsePeriod(Instant from, Instant until) {

    /** @throws IllegalArgumentException if the period is empty */
    public UsePeriod {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("The use period of a signing key ends before it begins");
        }
    }

    public boolean covers(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
