package it.dgc.rules.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import tools.jackson.databind.json.JsonMapper;

/**
 * The set that a new platform begins with: the last public one, in words of our own, and Table 2 of Allegato B. Once it
 * is in the store, another release of this file changes nothing.
 */
public final class FirstRules {

    private static final String FILE = "first-rules.json";

    private FirstRules() {}

    /** @return the set */
    public static RuleSet read() {
        try (InputStream file = FirstRules.class.getResourceAsStream(FILE)) {
            return switch (RuleSetReader.read(JsonMapper.builder().build().readValue(file, Object.class))) {
                case RuleSetReading.Sound(RuleSet set) -> set;
                case RuleSetReading.Refused refused ->
                    throw new IllegalStateException(FILE + " is not fit to be served: " + refused.findings());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
