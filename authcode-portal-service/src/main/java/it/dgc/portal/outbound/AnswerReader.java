package it.dgc.portal.outbound;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an object of texts, and nothing that is like one. */
final class AnswerReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private AnswerReader() {}

    /** @return without parameters, small letters */
    static String mediaType(String contentType) {
        return contentType.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
    }

    static Map<String, String> read(byte[] body) throws IOException {
        try {
            return fields(JSON.readTree(body));
        } catch (JacksonException e) {
            throw new IOException("JSON");
        }
    }

    private static Map<String, String> fields(JsonNode answer) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : answer.properties()) {
            if (!member.getValue().isString()) {
                throw new IOException("type");
            }
            fields.put(member.getKey(), member.getValue().stringValue());
        }
        if (!answer.isObject()) {
            throw new IOException("object");
        }
        return fields;
    }
}
