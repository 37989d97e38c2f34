package it.dgc.deploy.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.yaml.snakeyaml.Yaml;

/** Files of the project, found from its root. */
public final class ProjectFile {

    private ProjectFile() {}

    /** @param name path below the project's root */
    public static Path path(String name) {
        return Path.of(System.getProperty("dgc.root", "../..")).resolve(name);
    }

    /** @param name path below the project's root */
    public static String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** @param name path below the project's root */
    public static Map<String, Object> yaml(String name) {
        return new Yaml().load(text(name));
    }
}
