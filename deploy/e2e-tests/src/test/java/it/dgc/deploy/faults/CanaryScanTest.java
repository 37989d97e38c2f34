package it.dgc.deploy.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class CanaryScanTest {

    private final CanaryScan scan = new CanaryScan(List.of("kanarie@posta.example"));

    @TempDir
    private Path directory;

    static List<String> leaks() {
        return List.of("to kanarie@posta.example now", "KANARIE@POSTA.EXAMPLE", "m=kanarie%40posta.example&x",
                base64("kanarie@posta.example"), base64("x kanarie@posta.example!"), base64("xy kanarie@posta.example"),
                HexFormat.of().formatHex("kanarie@posta.example".getBytes(UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void findsACanaryInEveryDisguise(String leak) throws IOException {
        assertThat(scan.hits(Files.writeString(directory.resolve("log"), leak))).isNotEmpty();
    }

    @Test
    void findsNothingWhereThereIsNothing() throws IOException {
        assertThat(scan.hits(Files.writeString(directory.resolve("log"), "k***@posta.example"))).isEmpty();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
