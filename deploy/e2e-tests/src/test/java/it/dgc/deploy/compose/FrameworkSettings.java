package it.dgc.deploy.compose;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The settings that the framework documents in its metadata; those that it no longer reads are left out. */
final class FrameworkSettings {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    private FrameworkSettings() {}

    static Set<String> names() {
        try {
            return Collections.list(FrameworkSettings.class.getClassLoader().getResources(METADATA)).stream()
                    .flatMap(FrameworkSettings::namesIn).collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> namesIn(URL metadata) {
        try (InputStream in = metadata.openStream()) {
            JsonNode properties = JsonMapper.shared().readTree(in).path("properties");
            return properties.valueStream().filter(property -> !property.has("deprecation"))
                    .map(property -> property.path("name").asString());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
