package it.dgc.common.testing;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

/**
 * The public test data, which is not part of the project: system property {@code dgc.vectors}, by default
 * {@code ../shared/vectors}, counted from the project's root in {@code dgc.root}.
 */
public final class TestVectors {

    private static final String PLACE = "dgc.vectors";
    private static final String DEFAULT_PLACE = "../shared/vectors";
    private static final String ROOT = "dgc.root";

    private TestVectors() {}

    /**
     * @param relative a file or folder below the place of the vectors
     * @return where it is; where it is absent the calling test is skipped, with name and reason
     */
    public static Path path(String relative) {
        Path path = place().resolve(relative);
        Assumptions.assumeTrue(Files.exists(path),
                () -> "vector " + relative + " is absent: system property " + PLACE + " names no folder that has it");
        return path;
    }

    private static Path place() {
        return Path.of(System.getProperty(ROOT, "")).resolve(System.getProperty(PLACE, DEFAULT_PLACE)).normalize();
    }
}
