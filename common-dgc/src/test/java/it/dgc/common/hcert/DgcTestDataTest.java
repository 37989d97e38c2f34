package it.dgc.common.hcert;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import it.dgc.common.testing.TestVectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

@DisplayName("eu-dcc 2: every vector of dgc-testdata gives the verdict of each flag that it carries")
class DgcTestDataTest {

    /** Not a flag of the vectors: whether the decoder accepts the text, all flags together. */
    private static final String READ = "READ";
    /** Flags that say nothing on container, signature, times or key. */
    private static final List<String> OTHER_FLAGS = List.of("VALIDJSON", "VALIDOBJECT", "SCHEMAVALIDATION", "ENCODE",
            "PICTUREDECODE");

    private final DgcVerdicts verdicts = new DgcVerdicts();

    @TestFactory
    Stream<DynamicTest> givesTheExpectedVerdict() throws IOException {
        Map<String, String> skipped = skipped();
        return vectors().stream().flatMap(vector -> expectations(vector).entrySet().stream()
                .map(flag -> dynamicTest(vector.name() + " " + flag.getKey(), () -> check(vector, flag, skipped))));
    }

    @Test
    @DisplayName("a skipped flag names a vector that has it, and a reason")
    void knowsEverySkippedFlag() throws IOException {
        List<String> known = vectors().stream()
                .flatMap(vector -> expectations(vector).keySet().stream().map(flag -> vector.name() + " " + flag))
                .toList();
        assertThat(skipped()).allSatisfy((flag, reason) -> {
            assertThat(known).contains(flag);
            assertThat(reason).isNotBlank();
        });
    }

    private void check(DgcVector vector, Map.Entry<String, Boolean> flag, Map<String, String> skipped) {
        boolean verdict = READ.equals(flag.getKey())
                ? DgcVerdicts.read(vector) instanceof HcertReading.Accepted
                : verdicts.verdict(vector, flag.getKey());
        String reason = skipped.get(vector.name() + " " + flag.getKey());
        if (reason == null) {
            assertThat(verdict).as(vector.name() + " " + flag.getKey())
                    .isEqualTo(flag.getValue());
        } else {
            assertThat(verdict).as("no longer to be skipped: " + reason).isNotEqualTo(flag.getValue());
        }
    }

    /** The decoder's verdict is known where a flag that concerns it is false, and where both main ones are true. */
    private static Map<String, Boolean> expectations(DgcVector vector) {
        TreeMap<String, Boolean> flags = vector.flags();
        boolean allHold = flags.entrySet().stream().filter(flag -> !OTHER_FLAGS.contains(flag.getKey()))
                .allMatch(Map.Entry::getValue);
        if (!allHold || flags.keySet().containsAll(List.of("VERIFY", "EXPIRATIONCHECK"))) {
            flags.put(READ, allHold);
        }
        return flags;
    }

    private static List<DgcVector> vectors() throws IOException {
        Path folder = TestVectors.path("dgc-testdata");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted()
                    .map(file -> DgcVector.read(folder, file)).toList();
        }
    }

    /** Columns: file, flag, reason. */
    private static Map<String, String> skipped() throws IOException {
        try (var in = DgcTestDataTest.class.getResourceAsStream("/vectors/skipped.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(line -> line.split("\t"))
                    .collect(Collectors.toMap(row -> row[0] + " " + row[1], row -> row[2]));
        }
    }
}
