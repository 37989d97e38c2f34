package it.dgc.generation.registry;

import java.time.Instant;

/**
 * Everything that a doctor certified in a time was revoked.
 *
 * @param requestId the request by which it was
 * @param from first instant at which Sistema TS received it
 * @param until first instant that no longer counts
 * @param ground why
 */
public record RevokedBatch(String requestId, Instant from, Instant until, Ground ground) {

    public boolean covers(Instant receivedAt) {
        return !receivedAt.isBefore(from) && receivedAt.isBefore(until);
    }
}
