package it.dgc.generation.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import it.dgc.common.messages.ExemptionNotification;
import it.dgc.common.messages.ExemptionNotification.Contact;
import it.dgc.common.messages.ExemptionNotification.Doctor;
import it.dgc.common.messages.ExemptionNotification.Holder;
import it.dgc.generation.issuance.RejectionReason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Reads the JSON of a notification in one pass and strictly: known fields only, each once, text where text belongs,
 * nothing behind it. The fields themselves are checked by {@link NotificationTranslator}.
 */
final class NotificationReader {

    /** Largest value taken, in bytes; a notification with every field at its limit stays below 4 KiB. */
    static final int MAX_BYTES = 16 * 1024;
    /** A notification is two objects deep; some more are read to tell a wrong shape from an attack. */
    private static final int MAX_DEPTH = 8;

    private static final String VERSION = "schemaVersion";
    private static final Set<String> OBJECTS = Set.of("holder", "doctor", "contact");
    private static final Set<String> TEXTS = Set.of("cuev", "validFrom", "validUntil", "issuedAt", "language",
            "holder.fiscalCode", "holder.familyName", "holder.givenName", "holder.birthDate", "doctor.fiscalCode",
            "doctor.category", "contact.email", "contact.mobile");
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser parser;
    private final Map<String, String> texts = new HashMap<>();
    private Integer version;

    private NotificationReader(JsonParser parser) {
        this.parser = parser;
    }

    /** @throws RefusedNotification with the reason why the value is no notification */
    static ExemptionNotification read(byte[] value) throws RefusedNotification {
        if (value == null || value.length == 0) {
            throw RefusedNotification.because(RejectionReason.EMPTY);
        }
        if (value.length > MAX_BYTES) {
            throw RefusedNotification.because(
                    JsonDepth.exceeds(value, MAX_DEPTH)
                            ? RejectionReason.TOO_DEEPLY_NESTED
                            : RejectionReason.TOO_LARGE);
        }
        if (JsonDepth.exceeds(value, MAX_DEPTH)) {
            throw RefusedNotification.because(RejectionReason.TOO_DEEPLY_NESTED);
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text(value))) {
            return new NotificationReader(parser).notification();
        } catch (JacksonException e) {
            throw RefusedNotification.because(RejectionReason.MALFORMED_JSON);
        }
    }

    private static String text(byte[] value) throws RefusedNotification {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
        } catch (CharacterCodingException e) {
            throw RefusedNotification.because(RejectionReason.MALFORMED_JSON);
        }
    }

    private ExemptionNotification notification() throws RefusedNotification {
        require(parser.nextToken() == JsonToken.START_OBJECT);
        object("");
        require(parser.nextToken() == null);
        if (version == null || version != ExemptionNotification.SCHEMA_VERSION) {
            throw RefusedNotification.because(RejectionReason.UNSUPPORTED_VERSION);
        }
        return new ExemptionNotification(version, texts.get("cuev"),
                new Holder(texts.get("holder.fiscalCode"), texts.get("holder.familyName"),
                        texts.get("holder.givenName"), texts.get("holder.birthDate")),
                new Doctor(texts.get("doctor.fiscalCode"), texts.get("doctor.category")),
                texts.get("validFrom"), texts.get("validUntil"), texts.get("issuedAt"),
                new Contact(texts.get("contact.email"), texts.get("contact.mobile")), texts.get("language"));
    }

    private void object(String path) throws RefusedNotification {
        Set<String> seen = new HashSet<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String name = parser.currentName();
            if (!seen.add(name)) {
                throw RefusedNotification.because(RejectionReason.DUPLICATE_KEY);
            }
            member(path + name, parser.nextToken());
        }
    }

    private void member(String path, JsonToken token) throws RefusedNotification {
        if (path.equals(VERSION)) {
            version(token);
        } else if (OBJECTS.contains(path)) {
            if (token != JsonToken.VALUE_NULL) {
                require(token == JsonToken.START_OBJECT);
                object(path + '.');
            }
        } else {
            require(TEXTS.contains(path));
            if (token != JsonToken.VALUE_NULL) {
                require(token == JsonToken.VALUE_STRING);
                texts.put(path, parser.getString());
            }
        }
    }

    /** A version that cannot be read is one that we do not speak; what else may be wrong is not ours to judge. */
    private void version(JsonToken token) throws RefusedNotification {
        if (token != JsonToken.VALUE_NUMBER_INT || !parser.getString().equals("1")) {
            throw RefusedNotification.because(RejectionReason.UNSUPPORTED_VERSION);
        }
        version = ExemptionNotification.SCHEMA_VERSION;
    }

    private static void require(boolean shape) throws RefusedNotification {
        if (!shape) {
            throw RefusedNotification.because(RejectionReason.SCHEMA);
        }
    }
}
