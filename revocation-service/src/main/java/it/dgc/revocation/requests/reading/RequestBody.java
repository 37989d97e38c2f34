package it.dgc.revocation.requests.reading;

import java.util.Set;
import java.util.stream.Collectors;

import it.dgc.common.messages.ExemptionNotification.Doctor;
import it.dgc.common.messages.RevocationRequest;
import it.dgc.common.messages.RevocationRequest.Batch;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** The body as it stands on the wire: a {@link RevocationRequest} without what the platform adds. */
record RequestBody(String action, String cuev, String uvci, Batch batch, String reason, Doctor doctor,
        String requestedAt) {

    private static final Set<String> FIELDS = Set.of("action", "cuev", "uvci", "batch", "batch.doctor", "batch.from",
            "batch.until", "reason", "doctor", "doctor.fiscalCode", "doctor.category", "requestedAt");

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .withCoercionConfig(LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    /** @throws RefusedException naming the field whose form is wrong, if it is one of ours */
    static RequestBody read(String json) throws RefusedException {
        try {
            RequestBody body = STRICT.readValue(json, RequestBody.class);
            if (body == null) {
                throw RefusedException.shape();
            }
            return body;
        } catch (JacksonException notOfTheShape) {
            throw refused(notOfTheShape);
        }
    }

    /** A name that is not ours is the caller's text, and is not repeated. */
    private static RefusedException refused(JacksonException cause) {
        String path = cause.getPath().stream().map(part -> String.valueOf(part.getPropertyName()))
                .collect(Collectors.joining("."));
        return FIELDS.contains(path) ? RefusedException.field(path) : RefusedException.shape();
    }
}
