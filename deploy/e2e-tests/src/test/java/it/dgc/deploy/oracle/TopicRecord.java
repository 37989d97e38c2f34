package it.dgc.deploy.oracle;

import java.time.Instant;
import java.util.Map;

import org.bson.Document;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A record as it lies in its topic.
 *
 * @param place where
 * @param time when its producer handed it over
 * @param key bytes; empty where there is none
 * @param value bytes; empty where there is none
 * @param headers as text
 */
public record TopicRecord(Place place, Instant time, byte[] key, byte[] value, Map<String, String> headers) {

    String keyText() {
        return new String(key, UTF_8);
    }

    /** @throws RuntimeException if the value is no JSON object */
    Document json() {
        return Document.parse(new String(value, UTF_8));
    }
}
