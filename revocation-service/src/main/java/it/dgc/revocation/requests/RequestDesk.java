package it.dgc.revocation.requests;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import it.dgc.common.messages.RevocationRequest;
import it.dgc.revocation.requests.register.RequestEntry;
import it.dgc.revocation.requests.register.RequestRegister;
import it.dgc.revocation.requests.register.RequestState;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notes a request, hands it to the broker, notes that: wherever it stops, the same request sent again goes on there. It may
 * so reach the broker twice; the generation service follows one id once.
 */
final class RequestDesk {

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final RequestRegister register;
    private final RequestPublisher publisher;
    private final Clock clock;

    RequestDesk(RequestRegister register, RequestPublisher publisher, Clock clock) {
        this.register = register;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** @param checked a request without its id */
    Submission submit(String caller, IdempotencyKey key, RevocationRequest checked) {
        RevocationRequest request = named(key.requestId(caller), checked);
        byte[] message = JSON.writeValueAsBytes(request);
        String fingerprint = key.fingerprint(message);
        RequestEntry entry = register.enter(RequestEntry.received(request.requestId(), caller, fingerprint,
                request.action(), request.batch() != null, now()));
        if (!entry.fingerprint().equals(fingerprint) || !entry.caller().equals(caller)) {
            return new Submission.KeyReused();
        }
        return entry.state() == RequestState.RECEIVED ? handOn(entry, request, message) : new Submission.Taken(entry);
    }

    /** @return where the request stands, if it is one of this caller's */
    Optional<RequestEntry> find(String caller, String requestId) {
        return Optional.of(requestId).filter(id -> ID.matcher(id).matches()).flatMap(register::find)
                .filter(entry -> entry.caller().equals(caller));
    }

    private Submission handOn(RequestEntry entry, RevocationRequest request, byte[] message) {
        if (!publisher.publish(key(request), message)) {
            return new Submission.NotHandedOn();
        }
        register.accepted(entry.requestId());
        return new Submission.Taken(register.find(entry.requestId()).orElse(entry));
    }

    private static RevocationRequest named(String id, RevocationRequest request) {
        return new RevocationRequest(request.schemaVersion(), id, request.action(), request.cuev(), request.uvci(),
                request.batch(), request.reason(), request.doctor(), request.requestedAt());
    }

    /** It keeps the requests about one certificate in order (see {@link it.dgc.common.messages.Topics}). */
    private static String key(RevocationRequest request) {
        return Optional.ofNullable(request.cuev()).or(() -> Optional.ofNullable(request.uvci()))
                .orElse(request.requestId());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS); // as the store keeps it
    }
}
