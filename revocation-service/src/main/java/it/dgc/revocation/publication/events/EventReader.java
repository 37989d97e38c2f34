package it.dgc.revocation.publication.events;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import it.dgc.common.codes.Sha256;
import it.dgc.common.messages.CertificateEvent;
import it.dgc.common.uvci.Uvci;
import it.dgc.revocation.drl.hashes.RevokedHash;
import it.dgc.revocation.publication.events.EventReading.Concerns;
import it.dgc.revocation.publication.events.EventReading.Ignored;
import it.dgc.revocation.publication.events.EventReading.Refused;
import it.dgc.revocation.publication.ledger.LogRow.Change;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Translates the wire into a change of the list (architecture, section 3). A field that is not known here is passed over:
 * a newer sender must not be the reason why a revocation does not count.
 */
final class EventReader {

    /** Characters; ours have some 60. */
    private static final int LONGEST_EVENT_ID = 200;

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS).disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT).build();

    /**
     * @param key the record's key, may be {@code null}
     * @param value the record's value, may be {@code null}
     */
    EventReading read(byte[] key, byte[] value) {
        if (value == null || value.length == 0) {
            return new Refused(RefusalReason.EMPTY);
        }
        try {
            JsonNode json = STRICT.readTree(value);
            if (!json.isObject()) {
                return new Refused(RefusalReason.NOT_READABLE);
            }
            return json.path("schemaVersion").asInt(0) == CertificateEvent.SCHEMA_VERSION
                    ? check(key, STRICT.treeToValue(json, CertificateEvent.class))
                    : new Refused(RefusalReason.UNKNOWN_SCHEMA_VERSION);
        } catch (JacksonException notOfTheShape) {
            return new Refused(RefusalReason.NOT_READABLE);
        }
    }

    private static EventReading check(byte[] key, CertificateEvent event) {
        if (event.type() == null) {
            return new Refused(RefusalReason.NOT_READABLE);
        }
        String id = event.eventId();
        if (id == null || id.isBlank() || id.length() > LONGEST_EVENT_ID) {
            return new Refused(RefusalReason.BAD_EVENT_ID);
        }
        if (event.uvci() == null && isOfABatch(event.type())) {
            return new Ignored();
        }
        Optional<Uvci> uvci = Uvci.parse(event.uvci());
        if (uvci.isEmpty()) {
            return new Refused(RefusalReason.BAD_IDENTIFIER);
        }
        if (key == null || !uvci.get().value().equals(new String(key, StandardCharsets.UTF_8))) {
            return new Refused(RefusalReason.KEY_DIFFERS);
        }
        return translate(event.type(), Sha256.base64(id), RevokedHash.of(uvci.get()));
    }

    /** What is said of a batch is said to who asked for it; each of its certificates has an event of its own. */
    private static boolean isOfABatch(CertificateEvent.Type type) {
        return type == CertificateEvent.Type.BATCH_REVOKED || type == CertificateEvent.Type.REVOCATION_REFUSED;
    }

    private static EventReading translate(CertificateEvent.Type type, String event, RevokedHash hash) {
        return switch (type) {
            case REVOKED -> new Concerns(event, Change.ADDED, hash);
            case RESTORED, ENDED -> new Concerns(event, Change.REMOVED, hash);
            case ISSUED, REVOCATION_REFUSED, BATCH_REVOKED -> new Ignored();
        };
    }
}
