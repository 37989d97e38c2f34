package it.dgc.revocation.requests.register;

import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of a request.
 *
 * @param requestId identifies it
 * @param caller the institution that sent it, by the name it has shown
 * @param fingerprint keyed digest of what it says, by which a repetition is told from another request
 * @param action {@code REVOKE} or {@code RESTORE}
 * @param batch whether it is about all that a doctor certified in a time
 * @param state where it stands
 * @param receivedAt when it first came
 * @param decidedAt when it was heard what was decided
 * @param certificates of a batch that is done: how many it was about
 */
public record RequestEntry(String requestId, String caller, String fingerprint, String action, boolean batch,
        RequestState state, Instant receivedAt, Optional<Instant> decidedAt, Optional<Integer> certificates) {

    /** @return a request that has just come */
    public static RequestEntry received(String requestId, String caller, String fingerprint, String action,
            boolean batch, Instant at) {
        return new RequestEntry(requestId, caller, fingerprint, action, batch, RequestState.RECEIVED, at,
                Optional.empty(), Optional.empty());
    }
}
