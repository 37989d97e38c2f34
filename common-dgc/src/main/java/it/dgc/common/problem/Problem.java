package it.dgc.common.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One failure as it is told to a caller (RFC 9457). It has no {@code detail} and no {@code instance}: nothing of the
 * request comes back.
 *
 * @param type which kind of failure
 * @param traceId leads from the answer to the log; 1 to 64 of {@code A-Z a-z 0-9 -}
 */
public record Problem(ProblemType type, String traceId) {

    /** Media type of the answer (RFC 9457, section 6.1). */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Pattern TRACE_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    /** @throws IllegalArgumentException if the type is missing or the trace id holds another character */
    public Problem {
        if (type == null || traceId == null || !TRACE_ID.matcher(traceId).matches()) {
            throw new IllegalArgumentException(
                    "A problem has a type and a trace id of 1 to 64 letters, digits, hyphens");
        }
    }

    /**
     * @param type which kind of failure
     * @return the problem, with a new random trace id of 32 hexadecimal characters
     */
    public static Problem of(ProblemType type) {
        return new Problem(type, UUID.randomUUID().toString().replace("-", ""));
    }

    /** @return the members {@code type}, {@code title}, {@code status}, {@code traceId}, in this order */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", type.uri().toString());
        members.put("title", type.title());
        members.put("status", type.status());
        members.put("traceId", traceId);
        return members;
    }

    /** @return the same members as a JSON text, for places without a JSON library such as servlet filters */
    public String json() {
        // No member needs escaping: titles are fixed and plain, the trace id is checked.
        return "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"traceId\":\"%s\"}".formatted(type.uri(), type.title(),
                type.status(), traceId);
    }
}
