package it.dgc.deploy.local.operations;

import java.util.Optional;

import it.dgc.common.codes.Cuev;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the CUEV of a notification only where there is no doubt about it: it becomes the key of what is sent again. */
final class StrictCuev {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictCuev() {}

    /** @return the CUEV; empty where the value is no JSON object, has a field twice, or names no valid CUEV */
    static Optional<Cuev> in(byte[] value) {
        try {
            return Optional.ofNullable(JSON.readTree(value)).map(json -> json.get("cuev")).filter(JsonNode::isString)
                    .map(JsonNode::stringValue).flatMap(Cuev::parse);
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
