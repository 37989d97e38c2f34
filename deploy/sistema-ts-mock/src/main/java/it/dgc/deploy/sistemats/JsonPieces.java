package it.dgc.deploy.sistemats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.function.Predicate.not;

/** Cuts a text of JSON values apart without touching the values. */
final class JsonPieces {

    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private JsonPieces() {}

    /** The values that stand one after the other or in an array; of a broken text its lines, or all of it. */
    static List<byte[]> of(byte[] text) {
        byte[] marked = withoutMark(text);
        try {
            return isUtf8(marked) ? values(marked) : List.of(marked);
        } catch (JacksonException broken) {
            return linesOrAll(marked);
        }
    }

    private static List<byte[]> values(byte[] text) {
        List<byte[]> values = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            boolean inArray = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.END_ARRAY || token == JsonToken.START_ARRAY && !inArray) {
                    inArray = token == JsonToken.START_ARRAY;
                } else {
                    values.add(value(parser, text));
                }
            }
        }
        return values;
    }

    private static byte[] value(JsonParser parser, byte[] text) {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        return Arrays.copyOfRange(text, from, (int) parser.currentLocation().getByteOffset());
    }

    /** A file of lines stays one although a line in it is broken; ISO 8859-1 brings each byte through as it is. */
    private static List<byte[]> linesOrAll(byte[] text) {
        String all = new String(text, ISO_8859_1).strip();
        List<byte[]> lines = all.lines().map(String::strip).filter(not(String::isEmpty))
                .map(line -> line.getBytes(ISO_8859_1)).toList();
        boolean byLine = !all.startsWith("[") && lines.stream().anyMatch(NotificationJson::isWholeObject);
        return byLine ? lines : List.of(all.getBytes(ISO_8859_1));
    }

    /** UTF-16 and UTF-32 have a zero byte beside each ASCII character, and JSON begins with one. */
    private static boolean isUtf8(byte[] text) {
        return new String(text, 0, Math.min(4, text.length), ISO_8859_1).indexOf('\0') < 0;
    }

    private static byte[] withoutMark(byte[] text) {
        boolean marked = Arrays.equals(text, 0, Math.min(3, text.length), BYTE_ORDER_MARK, 0, 3);
        return marked ? Arrays.copyOfRange(text, 3, text.length) : text;
    }
}
