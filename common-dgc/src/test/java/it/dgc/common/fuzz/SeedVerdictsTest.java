package it.dgc.common.fuzz;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import it.dgc.common.hcert.Compression;
import it.dgc.common.hcert.HcertReading;
import it.dgc.common.hcert.base45.Base45;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Reliability 4.F: each bad certificate gets the verdict that begins its seed's name")
class SeedVerdictsTest {

    static List<Path> seeds() throws IOException {
        URI folder = URI.create(SeedVerdictsTest.class.getResource("CoseFuzzTestInputs/reads").toString());
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.getFileName().toString().matches("[A-Z].*")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesTheVerdictOfTheName(Path seed) throws IOException {
        String text = "HC1:" + Base45.encode(Compression.deflate(Files.readAllBytes(seed)));
        String verdict = switch (FuzzSigner.decoder().read(text, FuzzSigner.NOON)) {
            case HcertReading.Accepted accepted -> "ACCEPTED";
            case HcertReading.Refused refused -> refused.reason().name();
        };
        assertThat(seed.getFileName().toString().split("-")[0]).isEqualTo(verdict);
    }
}
