package it.dgc.revocation.requests.register;

import java.time.Instant;
import java.util.Optional;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A request as it is stored; {@link RequestEntry} tells its fields, and absent ones are not written. */
@Document("requests")
record RequestDocument(@Id String requestId, String caller, String fingerprint, String action, boolean batch,
        RequestState state, Instant receivedAt, Instant decidedAt, Integer certificates) {

    static RequestDocument of(RequestEntry entry) {
        return new RequestDocument(entry.requestId(), entry.caller(), entry.fingerprint(), entry.action(),
                entry.batch(), entry.state(), entry.receivedAt(), entry.decidedAt().orElse(null),
                entry.certificates().orElse(null));
    }

    RequestEntry toEntry() {
        return new RequestEntry(requestId, caller, fingerprint, action, batch, state, receivedAt,
                Optional.ofNullable(decidedAt), Optional.ofNullable(certificates));
    }
}
