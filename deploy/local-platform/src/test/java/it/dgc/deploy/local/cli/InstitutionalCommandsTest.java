package it.dgc.deploy.local.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import it.dgc.common.messages.ExemptionNotification;
import it.dgc.deploy.local.console.Logs;
import it.dgc.deploy.local.console.RecordedTerminal;
import it.dgc.deploy.local.platform.DataDirectory;
import it.dgc.deploy.local.platform.Platform;
import it.dgc.deploy.local.platform.Ports;
import it.dgc.deploy.sistemats.SyntheticRegister;
import it.dgc.deploy.sistemats.Validity;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What operators do by their certificates (architecture D11), and Sistema TS by its messages")
class InstitutionalCommandsTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL)).build();
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Rome"));

    @TempDir
    private static Path directory;
    private static Platform platform;

    private final SyntheticRegister persons = new SyntheticRegister(System.nanoTime());
    private RecordedTerminal terminal = RecordedTerminal.pipe();

    @BeforeAll
    static void start() {
        DataDirectory data = DataDirectory.prepare(directory.resolve("D"));
        Logs.toFile(data.log(), Map.of());
        platform = Platform.on(data, Ports.ANY);
        platform.start(progress -> {});
    }

    @AfterAll
    static void stop() {
        platform.close();
        Logs.off();
    }

    @Test
    @DisplayName("doctors: the word of a suspended one is not taken, until restored")
    void suspendsADoctor() throws IOException {
        ExemptionNotification one = current();
        InputStream keyboard = System.in;
        System.setIn(new ByteArrayInputStream((one.doctor().fiscalCode() + '\n').getBytes(UTF_8)));
        try {
            assertThat(onPlatform("doctors", "suspend", "-")).as(terminal.err()).isZero();
        } finally {
            System.setIn(keyboard);
        }
        assertThat(terminal.out().strip()).isEqualTo("SUSPENDED");
        assertThat(notified(one)).isEqualTo(1);
        assertThat(terminal.out()).contains("DOCTOR_SUSPENDED");

        assertThat(onPlatform("doctors", "restore", one.doctor().fiscalCode())).isZero();
        assertThat(terminal.out().strip()).isEqualTo("RESTORED");
        ExemptionNotification next = current();
        assertThat(notified(new ExemptionNotification(next.schemaVersion(), next.cuev(), next.holder(), one.doctor(),
                next.validFrom(), next.validUntil(), next.issuedAt(), next.contact(), next.language())))
                .as(terminal.out()).isZero();
    }

    @Test
    void saysWhatIsNoCodeAndWhoIsNobody() {
        assertThat(onPlatform("doctors", "suspend", "RSSMRA80A01H501X")).isEqualTo(1);
        assertThat(terminal.err()).contains("no codice fiscale").doesNotContain("RSSMRA");
        assertThat(onPlatform("doctors", "suspend", "MRARSS75P14H501I", "--as", "stranger")).isEqualTo(1);
        assertThat(terminal.err()).contains("no client certificate");
        assertThat(onPlatform("doctors", "suspend", "MRARSS75P14H501I", "--as", "sistema-ts")).isEqualTo(1);
        assertThat(terminal.err()).contains("does not take this from you");
    }

    @Test
    @DisplayName("drl: 3 where no version is held back, and none can be let through")
    void findsNoVersionHeldBack() {
        assertThat(onPlatform("drl", "held")).isEqualTo(3);
        assertThat(terminal.out().strip()).isEqualTo("NONE");
        assertThat(onPlatform("drl", "release", "7")).isEqualTo(1);
        assertThat(terminal.err()).contains("Version 7 is not held back");
    }

    @Test
    @DisplayName("revoke and restore, as Sistema TS: a verifier refuses the certificate until it is restored")
    void revokesAndRestores() throws IOException {
        ExemptionNotification one = current();
        assertThat(notified(one)).isZero();
        String certificate = terminal.out().strip().split("\t")[2];
        assertThat(onPlatform("revoke", "--cuev", one.cuev(), "--reason", "POSITIVE_TEST")).as(terminal.err()).isZero();
        assertThat(terminal.out()).startsWith("REVOKED\t01IT");
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> onPlatform("verify", certificate) == 3);
        assertThat(terminal.out()).startsWith("✘ NOT_VALID").doesNotContain("REVOKED");
        assertThat(onPlatform("restore", "--cuev", one.cuev())).as(terminal.err()).isZero();
        assertThat(terminal.out()).startsWith("RESTORED\t01IT");
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> onPlatform("verify", certificate) == 0);
        assertThat(onPlatform("restore", "--cuev", one.cuev())).isEqualTo(1);
        assertThat(terminal.out()).startsWith("REVOCATION_REFUSED NOT_ALLOWED");
    }

    @Test
    @DisplayName("rules: exemption_start_day 15 makes a certificate not valid yet, and a rollback makes it valid again")
    void publishesRulesAndRollsThemBack() throws IOException {
        ExemptionNotification one = current();
        assertThat(notified(one)).isZero();
        String certificate = terminal.out().strip().split("\t")[2];
        assertThat(onPlatform("verify", certificate)).as(terminal.out()).isZero();

        Path file = directory.resolve("rules.json");
        assertThat(onPlatform("rules", "show", "1")).isZero();
        Files.writeString(file, terminal.out().replaceAll(
                "(\"name\":\"exemption_start_day\",\"type\":\"GENERIC\",\"value\":\")0\"", "$115\""));
        assertThat(onPlatform("rules", "publish", file.toString(), "--effective", Instant.now().toString()))
                .as(terminal.err()).isZero();
        String version = terminal.out().split("\t")[0];
        assertThat(onPlatform("rules", "approve", version)).isEqualTo(1);
        assertThat(terminal.err()).contains("SAME_PERSON");
        assertThat(onPlatform("verify", certificate)).as("not approved yet").isZero();
        assertThat(onPlatform("rules", "approve", version, "--as", "operator-2")).as(terminal.err()).isZero();
        assertThat(onPlatform("verify", certificate)).as(terminal.out()).isEqualTo(4);

        assertThat(onPlatform("rules", "rollback", "--active", version)).as(terminal.err()).isZero();
        assertThat(onPlatform("verify", certificate)).as(terminal.out()).isZero();
        assertThat(onPlatform("rules", "list")).isZero();
        assertThat(terminal.out().lines()).hasSizeGreaterThanOrEqualTo(2).anyMatch(line -> line.startsWith(version)
                && line.contains("operator.dgc.test") && line.contains("operator-2.dgc.test"));
    }

    @Test
    void saysWhyARuleSetIsRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("broken.json"),
                "[{\"name\":\"x\",\"type\":\"GENERIC\",\"value\":\"1\"}]");
        assertThat(onPlatform("rules", "publish", file.toString(), "--effective", Instant.now().toString()))
                .isEqualTo(1);
        assertThat(terminal.err()).startsWith("dgc: It was refused: ").contains("black_list_uvci");
        assertThat(onPlatform("rules", "approve", "99", "--as", "operator-2")).isEqualTo(1);
        assertThat(terminal.err()).contains("no such version");
    }

    @Test
    @DisplayName("card: the desk of Sistema TS tells the card of a person, 3 where there is none, and changes it")
    void tellsAndChangesAHealthCard() {
        String person = "MRARSS75P14H501I";
        assertThat(onPlatform("card", person, "--number", "80380000301234567890", "--expiry", "2028-12-31"))
                .as(terminal.err()).isZero();
        assertThat(onPlatform("card", person.toLowerCase(Locale.ROOT))).isZero();
        assertThat(terminal.out().strip()).isEqualTo("34567890\t2028-12-31");

        assertThat(onPlatform("card", person, "--none")).isZero();
        assertThat(onPlatform("card", person)).isEqualTo(3);
        assertThat(terminal.out().strip()).isEqualTo("NONE");

        assertThat(onPlatform("card", person, "--number", "123", "--expiry", "2028-12-31")).isEqualTo(1);
        assertThat(terminal.err()).contains("20 digits");
        assertThat(onPlatform("card", "RSSMRA80A01H501X")).isEqualTo(1);
        assertThat(terminal.err()).contains("no codice fiscale").doesNotContain("RSSMRA");
    }

    private ExemptionNotification current() {
        return persons.next(Instant.now(), Validity.between(TODAY, TODAY.plusDays(60)));
    }

    private int notified(ExemptionNotification notification) throws IOException {
        Path file = Files.writeString(directory.resolve("notification.json"), JSON.writeValueAsString(notification));
        return onPlatform("notify", "--wait", file.toString());
    }

    private int onPlatform(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--data-dir", directory.resolve("D").toString()));
        terminal = RecordedTerminal.pipe();
        return Dgc.run(terminal.terminal(), arguments.toArray(String[]::new));
    }
}
