package it.dgc.generation.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Map;

import it.dgc.generation.intake.MessageShape.Kind;
import it.dgc.generation.intake.MessageShape.Member;
import it.dgc.generation.issuance.RejectionReason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
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
    /** Messages are UTF-8: what looks like another encoding is no message. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION).build();

    private final JsonParser parser;
    private final MessageShape shape;
    private final String[] texts;
    /** A bit for each place: named in the message, and there with a value. */
    private long named;
    private long present;

    private StrictJson(JsonParser parser, MessageShape shape) {
        this.parser = parser;
        this.shape = shape;
        this.texts = new String[shape.size()];
    }

    /**
     * @return what was read
     * @throws RefusedNotification with the reason why the value is no such message
     */
    static StrictJson read(byte[] value, MessageShape shape) throws RefusedNotification {
        if (value == null || value.length == 0) {
            throw RefusedNotification.because(RejectionReason.EMPTY);
        }
        if (JsonDepth.exceeds(value, MAX_DEPTH)) {
            throw RefusedNotification.because(RejectionReason.TOO_DEEPLY_NESTED);
        }
        if (value.length > MAX_BYTES) {
            throw RefusedNotification.because(RejectionReason.TOO_LARGE);
        }
        requireUtf8(value);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), value)) {
            StrictJson json = new StrictJson(parser, shape);
            json.message();
            return json;
        } catch (JacksonException e) {
            throw RefusedNotification.because(RejectionReason.MALFORMED_JSON);
        }
    }

    /** @return the text of a field; {@code null} where it is absent */
    String text(String field) {
        return texts[shape.place(field)];
    }

    /** @return whether an object is there, be it empty */
    boolean has(String object) {
        return isSet(present, shape.place(object));
    }

    private static boolean isSet(long bits, int place) {
        return (bits >> place & 1) == 1;
    }

    /** The parser is less strict about it. Most messages are ASCII, of which there is nothing to say. */
    private static void requireUtf8(byte[] value) throws RefusedNotification {
        for (byte b : value) {
            if (b < 0) {
                requireDecodable(value);
                return;
            }
        }
    }

    private static void requireDecodable(byte[] value) throws RefusedNotification {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(value));
        } catch (CharacterCodingException e) {
            throw RefusedNotification.because(RejectionReason.MALFORMED_JSON);
        }
    }

    private void message() throws RefusedNotification {
        require(parser.nextToken() == JsonToken.START_OBJECT);
        object(shape.members());
        require(parser.nextToken() == null);
        if (!isSet(present, shape.placeOfVersion())) {
            throw RefusedNotification.because(RejectionReason.UNSUPPORTED_VERSION);
        }
    }

    private void object(Map<String, Member> members) throws RefusedNotification {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            Member member = members.get(parser.currentName());
            if (member != null) {
                name(member);
            }
            JsonToken value = parser.nextToken();
            require(member != null);
            member(member, value);
        }
    }

    private void name(Member member) throws RefusedNotification {
        if (isSet(named, member.place())) {
            throw RefusedNotification.because(RejectionReason.DUPLICATE_KEY);
        }
        named |= 1L << member.place();
    }

    private void member(Member member, JsonToken token) throws RefusedNotification {
        if (member.kind() == Kind.VERSION) {
            requireVersion(token);
        } else if (token == JsonToken.VALUE_NULL) {
            return;
        } else if (member.kind() == Kind.OBJECT) {
            require(token == JsonToken.START_OBJECT);
            object(member.members());
        } else {
            require(token == JsonToken.VALUE_STRING);
            texts[member.place()] = parser.getString();
        }
        present |= 1L << member.place();
    }

    /** A version that cannot be read is one that we do not speak; what else may be wrong is not ours to judge. */
    private void requireVersion(JsonToken token) throws RefusedNotification {
        if (token != JsonToken.VALUE_NUMBER_INT || !parser.getString().equals(Integer.toString(shape.version()))) {
            throw RefusedNotification.because(RejectionReason.UNSUPPORTED_VERSION);
        }
    }

    private static void require(boolean fits) throws RefusedNotification {
        if (!fits) {
            throw RefusedNotification.because(RejectionReason.SCHEMA);
        }
    }
}
