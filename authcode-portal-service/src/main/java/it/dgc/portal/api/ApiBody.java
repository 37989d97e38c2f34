package it.dgc.portal.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

import it.dgc.common.problem.ProblemException;
import it.dgc.common.problem.ProblemType;
import it.dgc.portal.rendering.DocumentLanguage;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object of texts, with exactly the fields that are asked for. Every failure is a problem that quotes nothing. */
final class ApiBody {

    /** Bytes; a question has some 1,000. */
    static final int LARGEST = 4 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final Map<String, String> fields;

    private ApiBody(Map<String, String> fields) {
        this.fields = fields;
    }

    static ApiBody read(HttpServletRequest request, Set<String> wanted) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new ProblemException(ProblemType.TOO_LARGE);
        }
        if (!isJson(request)) {
            throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
        return new ApiBody(fields(body, wanted));
    }

    /** @return the field as its type */
    <T> T as(String field, Function<String, Optional<T>> parser) {
        return parser.apply(fields.get(field)).orElseThrow(ApiBody::invalid);
    }

    String text(String field) {
        return fields.get(field);
    }

    LocalDate day(String field) {
        return as(field, ApiBody::isoDay);
    }

    DocumentLanguage language() {
        return as("language", code -> Stream.of(DocumentLanguage.values()).filter(one -> one.code().equals(code))
                .findFirst());
    }

    private static boolean isJson(HttpServletRequest request) {
        try {
            MediaType type = MediaType.parseMediaType(request.getContentType());
            return MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type)
                    && request.getHeader("Content-Encoding") == null
                    && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException isNone) {
            return false;
        }
    }

    private static Map<String, String> fields(byte[] body, Set<String> wanted) {
        JsonNode given = tree(body);
        Map<String, String> fields = new HashMap<>();
        given.properties().stream().filter(member -> member.getValue().isString())
                .forEach(member -> fields.put(member.getKey(), member.getValue().stringValue()));
        if (!given.isObject() || fields.size() != given.size() || !fields.keySet().equals(wanted)) {
            throw invalid();
        }
        return fields;
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException isNone) {
            throw invalid();
        }
    }

    private static Optional<LocalDate> isoDay(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException isNone) {
            return Optional.empty();
        }
    }

    private static ProblemException invalid() {
        return new ProblemException(ProblemType.INVALID_REQUEST);
    }

    @Override
    public String toString() {
        return "ApiBody[masked]";
    }
}
