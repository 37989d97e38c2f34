package it.dgc.generation.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import it.dgc.generation.issuance.RejectionReason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Reads the JSON of a message in one pass and strictly: known fields only, each once, text where text belongs, nothing
 * behind it. The fields themselves are checked by whoever translates the message.
 */
final class StrictJson {

    /** Largest value taken, in bytes; a message with every field at its limit stays below 4 KiB. */
    static final int MAX_BYTES = 16 * 1024;

    /** A message is two objects deep; some more are read to tell a wrong shape from an attack. */
    private static final int MAX_DEPTH = 8;
    private static final String VERSION = "schemaVersion";
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * What a message may have in it; names of parts of an object have a dot before them.
     *
     * @param version that is spoken
     * @param objects names of the fields that are objects
     * @param texts names of the fields that are text
     */
    record Shape(int version, Set<String> objects, Set<String> texts) {}

    private final JsonParser parser;
    private final Shape shape;
    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> objects = new HashSet<>();
    private boolean versionSpoken;

    private StrictJson(JsonParser parser, Shape shape) {
        this.parser = parser;
        this.shape = shape;
    }

    /**
     * @return what was read
     * @throws RefusedNotification with the reason why the value is no such message
     */
    static StrictJson read(byte[] value, Shape shape) throws RefusedNotification {
        if (value == null || value.length == 0) {
            throw RefusedNotification.because(RejectionReason.EMPTY);
        }
        if (JsonDepth.exceeds(value, MAX_DEPTH)) {
            throw RefusedNotification.because(RejectionReason.TOO_DEEPLY_NESTED);
        }
        if (value.length > MAX_BYTES) {
            throw RefusedNotification.because(RejectionReason.TOO_LARGE);
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text(value))) {
            StrictJson json = new StrictJson(parser, shape);
            json.message();
            return json;
        } catch (JacksonException e) {
            throw RefusedNotification.because(RejectionReason.MALFORMED_JSON);
        }
    }

    /** @return the text of a field; {@code null} where it is absent */
    String text(String field) {
        return texts.get(field);
    }

    /** @return whether an object is there, be it empty */
    boolean has(String object) {
        return objects.contains(object);
    }

    private static String text(byte[] value) throws RefusedNotification {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
        } catch (CharacterCodingException e) {
            throw RefusedNotification.because(RejectionReason.MALFORMED_JSON);
        }
    }

    private void message() throws RefusedNotification {
        require(parser.nextToken() == JsonToken.START_OBJECT);
        object("");
        require(parser.nextToken() == null);
        if (!versionSpoken) {
            throw RefusedNotification.because(RejectionReason.UNSUPPORTED_VERSION);
        }
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
        } else if (shape.objects().contains(path)) {
            if (token != JsonToken.VALUE_NULL) {
                require(token == JsonToken.START_OBJECT);
                objects.add(path);
                object(path + '.');
            }
        } else {
            require(shape.texts().contains(path));
            if (token != JsonToken.VALUE_NULL) {
                require(token == JsonToken.VALUE_STRING);
                texts.put(path, parser.getString());
            }
        }
    }

    /** A version that cannot be read is one that we do not speak; what else may be wrong is not ours to judge. */
    private void version(JsonToken token) throws RefusedNotification {
        if (token != JsonToken.VALUE_NUMBER_INT || !parser.getString().equals(Integer.toString(shape.version()))) {
            throw RefusedNotification.because(RejectionReason.UNSUPPORTED_VERSION);
        }
        versionSpoken = true;
    }

    private static void require(boolean fits) throws RefusedNotification {
        if (!fits) {
            throw RefusedNotification.because(RejectionReason.SCHEMA);
        }
    }
}
