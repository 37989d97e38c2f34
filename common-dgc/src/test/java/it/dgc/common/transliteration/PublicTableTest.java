package it.dgc.common.transliteration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static it.dgc.common.transliteration.Names.mrz;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@DisplayName("The public table of ICAO Doc 9303 part 3 (dcc-schema/icao9303/icao.json)")
class PublicTableTest {

    private static final String TABLE = "dcc-schema/icao9303/icao.json";

    /** Where the public table and the norm part: the table leaves doubling open, and Ќ is itself a sign of Macedonian. */
    private static final Map<String, String> NORM = Map.of("\u0651", "A", "\u040C", "KJ");

    static Stream<Arguments> rows() {
        return Files.exists(table())
                ? JsonMapper.shared().readTree(table()).get("transliterations").valueStream()
                        .map(PublicTableTest::row)
                : Stream.of(Arguments.of("", ""));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void writesEachLetterWithinAComponentAsTheTableDoes(String letter, String mrz) {
        assumeTrue(Files.exists(table()), () -> TABLE + " is not among the public vectors of this machine");

        assertThat(mrz("A" + letter + "A")).isEqualTo("A" + NORM.getOrDefault(letter, mrz) + "A");
    }

    private static Arguments row(JsonNode row) {
        return Arguments.of(row.get("utf8").asString(), row.get("mrz").asString());
    }

    private static Path table() {
        Path vectors = Path.of(System.getProperty("dgc.vectors", "../shared/vectors"));
        return Path.of(System.getProperty("dgc.root", "..")).resolve(vectors).resolve(TABLE);
    }
}
