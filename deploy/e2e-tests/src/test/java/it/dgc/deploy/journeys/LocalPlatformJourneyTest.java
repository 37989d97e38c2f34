package it.dgc.deploy.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.imageio.ImageIO;

import com.fasterxml.jackson.annotation.JsonInclude;
import it.dgc.common.qr.QrReader;
import it.dgc.deploy.local.platform.RunningPlatform;
import it.dgc.deploy.sistemats.SyntheticRegister;
import it.dgc.deploy.sistemats.Validity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The platform as an operator meets it: commands in processes of their own, state in a directory. */
@DisplayName("The local platform")
class LocalPlatformJourneyTest {

    @TempDir
    private Path directory;

    @Test
    void showsAWholeCertificateLifeInOneCommand() throws Exception {
        Dgc.Result demo = Dgc.run(directory, "demo");
        assertThat(demo.exitCode()).as("%s", demo.lines()).isZero();
        String text = demo.line(line -> line.startsWith("HC1:"));
        List<String> outcomes = demo.lines().stream().filter(line -> line.startsWith("✔ ") || line.startsWith("✘ "))
                .toList();
        assertThat(outcomes).hasSize(2);
        assertThat(outcomes.get(0)).startsWith("✔ VALID");
        assertThat(outcomes.get(1)).startsWith("✘ REVOKED");

        Path picture = directory.resolve("demo-output/certificate.png");
        assertThat(QrReader.read(ImageIO.read(picture.toFile()))).contains(text);
        assertThat(zbar(picture)).as("zbarimg").isIn(Optional.empty(), Optional.of(text));
    }

    @Test
    @DisplayName("keeps its certificates over a restart, and of their holders nothing on its disk but the intake topic")
    void keepsItsCertificatesOverARestartAndIssuesNothingTwice() throws Exception {
        String canary = "Canarinoverde";
        Path notification = notification();
        String content = Files.readString(notification);
        Files.writeString(notification, content.replace(familyName(content), canary));
        String first;
        try (Dgc platform = up()) {
            Dgc.Result notified = Dgc.run(directory, "notify", "--data-dir", "D", "--wait", notification.toString());
            assertThat(notified.exitCode()).as("%s", notified.lines()).isZero();
            assertAnswersCitizensAndNoOperator();
            first = notified.lines().getFirst();
            assertThat(first.split("\t")).hasSize(3).satisfies(columns -> {
                assertThat(columns[1]).isEqualTo("ISSUED");
                assertThat(columns[2]).startsWith("HC1:");
            });
            platform.terminate();
        }
        try (Dgc platform = up()) {
            Dgc.Result replayed = Dgc.run(directory, "notify", "--data-dir", "D", "--wait", notification.toString());
            assertThat(replayed.exitCode()).isZero();
            assertThat(replayed.lines()).containsExactly(first.replace("\tISSUED\t", "\tALREADY_ISSUED\t"));

            String text = first.split("\t")[2];
            Dgc.Result verified = Dgc.run(directory, "verify", "--data-dir", "D", "--json", text);
            assertThat(verified.exitCode()).isZero();
            assertThat(String.join("", verified.lines())).contains("\"VALID\"").doesNotContainIgnoringCase("exempt")
                    .doesNotContainIgnoringCase("esen");
            assertThat(Dgc.run(directory, "verify", "--data-dir", "D", Forgery.tampered(text)).exitCode()).isEqualTo(3);
            platform.terminate();
        }
        assertTellsNobody(directory.resolve("D"), canary);
    }

    /** By the edge, which is all that citizens reach. */
    private void assertAnswersCitizensAndNoOperator() throws Exception {
        String edge = RunningPlatform.require(directory.resolve("D")).server();
        try (HttpClient citizen = HttpClient.newHttpClient()) {
            assertThat(citizen.send(HttpRequest.newBuilder(URI.create(edge + "/")).build(), BodyHandlers.discarding())
                    .statusCode()).isNotIn(404, 500, 503);
            assertThat(citizen.send(HttpRequest.newBuilder(URI.create(edge + "/actuator/health")).build(),
                    BodyHandlers.discarding()).statusCode()).isEqualTo(404);
        }
    }

    private static void assertTellsNobody(Path directory, String canary) throws IOException {
        try (var files = Files.walk(directory)) {
            List<Path> telling = files.filter(Files::isRegularFile).filter(file -> contains(file, canary)).toList();
            assertThat(telling).isNotEmpty().allMatch(file -> file.toString().contains("sistema-ts.exemptions-"));
        }
    }

    private Dgc up() throws IOException, InterruptedException {
        return Dgc.up(directory, Map.of());
    }

    private Path notification() throws IOException {
        Path file = directory.resolve("notification.json");
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Rome"));
        var message = new SyntheticRegister(Instant.now().toEpochMilli()).next(Instant.now(),
                Validity.between(today, today.plusDays(60)));
        return Files.writeString(file, JsonMapper.builder()
                .changeDefaultPropertyInclusion(all -> all.withValueInclusion(
                        JsonInclude.Include.NON_NULL))
                .build().writeValueAsString(message));
    }

    private static String familyName(String json) {
        return json.replaceAll("(?s).*\"familyName\":\"([^\"]*)\".*", "$1");
    }

    private static Optional<String> zbar(Path picture) throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of("/usr/bin/zbarimg"))) {
            return Optional.empty();
        }
        Process zbarimg = new ProcessBuilder("zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable",
                picture.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String text = new String(zbarimg.getInputStream().readAllBytes(), UTF_8).strip();
        zbarimg.waitFor();
        return Optional.of(text);
    }

    private static boolean contains(Path file, String canary) {
        try {
            return new String(Files.readAllBytes(file), UTF_8).contains(canary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
