package it.dgc.deploy.sistemats;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import it.dgc.common.messages.ExemptionNotification;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Notifications as JSON: UTF-8, fields in the order of the contract, what is not there is left out. */
final class NotificationJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

    private static final Pattern SOMETHING_LIKE_A_CUEV = Pattern.compile("\"cuev\"\\s*:\\s*\"([^\"\\\\]*)\"");

    private NotificationJson() {}

    static byte[] write(ExemptionNotification notification) {
        return MAPPER.writeValueAsBytes(notification);
    }

    /** The CUEV of what may be a notification; also out of broken JSON, which keeps its place beside its CUEV's others. */
    static Optional<String> cuevIn(byte[] value) {
        try {
            return Optional.ofNullable(MAPPER.readTree(value)).map(json -> json.get("cuev")).filter(JsonNode::isString)
                    .map(JsonNode::stringValue);
        } catch (JacksonException broken) {
            return SOMETHING_LIKE_A_CUEV.matcher(new String(value, UTF_8)).results().findFirst()
                    .map((MatchResult found) -> found.group(1));
        }
    }

    static boolean isWholeObject(byte[] value) {
        try {
            return MAPPER.readTree(value).isObject();
        } catch (JacksonException broken) {
            return false;
        }
    }
}
