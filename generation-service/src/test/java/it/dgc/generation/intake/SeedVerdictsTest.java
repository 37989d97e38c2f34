package it.dgc.generation.intake;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Reliability 4.A: each bad notification gets the reason that begins its seed's name")
class SeedVerdictsTest {

    static List<Path> seeds() throws IOException {
        URI folder = URI.create(SeedVerdictsTest.class.getResource("NotificationFuzzTestInputs/reads").toString());
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.getFileName().toString().matches("[A-Z].*")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesTheReasonOfTheName(Path seed) throws IOException {
        String reason = switch (NotificationIntake.read(Notifications.CUEV.getBytes(UTF_8), Files.readAllBytes(seed))) {
            case Intake.Accepted accepted -> "ACCEPTED";
            // Not every file system knows a colon.
            case Intake.Refused refused -> refused.rejection().code().replaceFirst(":", ".");
        };
        assertThat(seed.getFileName().toString().split("-")[0]).isEqualTo(reason);
    }
}
