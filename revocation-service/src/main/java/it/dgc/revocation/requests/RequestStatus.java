package it.dgc.revocation.requests;

import com.fasterxml.jackson.annotation.JsonInclude;
import it.dgc.revocation.requests.register.RequestEntry;
import it.dgc.revocation.requests.register.RequestState;

/**
 * Where a request stands, as its caller sees it; absent members are left out.
 *
 * @param requestId identifies it
 * @param action {@code REVOKE} or {@code RESTORE}
 * @param state {@code RECEIVED} (noted, send it again), {@code ACCEPTED} (pending), {@code DONE}, or why it was not
 *        followed: {@code UNKNOWN}, {@code MISMATCH}, {@code REFUSED}, {@code OUTDATED}
 * @param receivedAt when it first came, ISO 8601, UTC
 * @param decidedAt when it was decided, ISO 8601, UTC
 * @param certificates how many certificates a batch was about
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestStatus(String requestId, String action, RequestState state, String receivedAt, String decidedAt,
        Integer certificates) {

    static RequestStatus of(RequestEntry entry) {
        return new RequestStatus(entry.requestId(), entry.action(), entry.state(), entry.receivedAt().toString(),
                entry.decidedAt().map(Object::toString).orElse(null), entry.certificates().orElse(null));
    }
}
