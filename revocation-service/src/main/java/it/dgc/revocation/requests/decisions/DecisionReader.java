package it.dgc.revocation.requests.decisions;

import java.util.Optional;
import java.util.regex.Pattern;

import it.dgc.common.messages.CertificateEvent;
import it.dgc.revocation.requests.register.Decision;
import it.dgc.revocation.requests.register.RequestState;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads from an event what it says about a request. What cannot be read says nothing here; the list's reader sees the same
 * record and sets it aside.
 */
final class DecisionReader {

    /** Ids given out here; others are of requests that came over the broker. */
    private static final Pattern OURS = Pattern.compile("[0-9a-f-]{36}");

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private DecisionReader() {}

    /** @param value the record's value, may be {@code null} */
    static Optional<Decision> read(byte[] value) {
        try {
            return Optional.ofNullable(value).map(json -> JSON.readValue(json, CertificateEvent.class))
                    .filter(event -> event.type() != null && event.requestId() != null)
                    .filter(event -> OURS.matcher(event.requestId()).matches()).flatMap(DecisionReader::decision);
        } catch (JacksonException notAnEvent) {
            return Optional.empty();
        }
    }

    private static Optional<Decision> decision(CertificateEvent event) {
        return state(event).map(state -> new Decision(event.requestId(), event.uvci() == null, state,
                Optional.ofNullable(event.certificates())));
    }

    /** A request to restore that leaves another ground standing is followed as well: what is said then is REVOKED. */
    private static Optional<RequestState> state(CertificateEvent event) {
        return switch (event.type()) {
            case REVOKED, RESTORED, BATCH_REVOKED -> Optional.of(RequestState.DONE);
            case REVOCATION_REFUSED -> Optional.of(refused(event.refusal()));
            case ISSUED, ENDED -> Optional.empty();
        };
    }

    /** A code that is new here is a refusal all the same. */
    private static RequestState refused(String refusal) {
        return switch (String.valueOf(refusal)) {
            case "UNKNOWN" -> RequestState.UNKNOWN;
            case "MISMATCH" -> RequestState.MISMATCH;
            case "OUTDATED" -> RequestState.OUTDATED;
            default -> RequestState.REFUSED;
        };
    }
}
