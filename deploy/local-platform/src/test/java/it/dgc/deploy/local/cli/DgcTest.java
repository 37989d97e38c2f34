package it.dgc.deploy.local.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import it.dgc.deploy.local.console.Logs;
import it.dgc.deploy.local.console.RecordedTerminal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The command line: exit codes, and one sentence for each failure")
class DgcTest {

    private static final List<String> PORTS = List.of("--http-port", "--kafka-port", "--store-port",
            "--generation-port", "--rules-port", "--revocation-port", "--sistema-ts-port", "--mail-port",
            "--outbox-port", "--generation-institutional-port", "--revocation-institutional-port",
            "--rules-institutional-port", "--portal-port", "--health-cards-port", "--health-cards-control-port");

    @BeforeAll
    static void logNothing() {
        Logs.off();
    }

    private final RecordedTerminal terminal = RecordedTerminal.pipe();

    @TempDir
    private Path directory;

    @Test
    void listsTheCommands() {
        assertThat(run("--help")).isZero();
        assertThat(terminal.out()).contains("demo", "up", "notify", "verify", "load", "run", "outbox", "audit",
                "dlt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "up", "notify", "verify", "load", "run", "outbox", "audit", "dlt"})
    void explainsEachCommand(String command) {
        assertThat(run("help", command)).isZero();
        assertThat(terminal.out()).contains("Usage: dgc " + command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bogus", "notify", "verify", "load", "load --count x", "load --count 0", "run",
            "run nope", "outbox more", "audit", "audit verify --since 4", "audit verify more", "dlt", "dlt show",
            "dlt show 4", "dlt show 0/1 --out f", "dlt replay", "dlt replay 0/1 --all", "dlt replay 0/1 --reason R",
            "dlt replay 0/1 0/2 --file f", "dlt replay x/1", "dlt list more",
            "up --http-port many", "card", "card X --number 1", "card X --none --number 1 --expiry 2028-12-31",
            "verify HC1:A --at yesterday", "verify HC1:A HC1:B", "up --unknown"})
    @DisplayName("2: wrong usage, in two lines")
    void refusesWrongUsage(String arguments) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" "))).isEqualTo(2);
        assertThat(terminal.err()).startsWith("dgc: ").contains("--help");
        assertThat(terminal.err().lines()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--http-port", "--kafka-port", "--store-port", "--generation-port", "--rules-port",
            "--revocation-port", "--sistema-ts-port", "--mail-port", "--outbox-port",
            "--generation-institutional-port", "--revocation-institutional-port", "--rules-institutional-port",
            "--portal-port", "--health-cards-port", "--health-cards-control-port"})
    @DisplayName("1: a port is taken; the sentence names the option")
    void namesThePortThatIsTaken(String option) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("up", "--data-dir", directory.toString()));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            PORTS.forEach(port -> arguments.add(port + "=" + (port.equals(option) ? taken.getLocalPort() : 0)));

            assertThat(run(arguments.toArray(String[]::new))).isEqualTo(1);
            assertOneSentence("Port " + taken.getLocalPort() + " is taken");
            assertThat(terminal.err()).contains(option);
        }
    }

    @Test
    void saysThatADirectoryCannotBeWritten() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThat(run("up", "--data-dir", file.resolve("below").toString())).isEqualTo(1);
        assertOneSentence("cannot be written to");
    }

    @Test
    void saysThatNoPlatformRuns() throws IOException {
        Path file = Files.writeString(directory.resolve("n.json"), "{}");

        assertThat(run("notify", "--data-dir", directory.toString(), file.toString())).isEqualTo(1);
        assertOneSentence("No platform is running on");
        assertThat(run("load", "--data-dir", directory.toString(), "--count", "1")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit verify", "dlt list", "dlt show 0/1", "dlt replay 0/1"})
    void saysThatThereIsNoPlatformToWorkOn(String command) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.addAll(List.of("--data-dir", directory.toString()));

        assertThat(run(arguments.toArray(String[]::new))).isEqualTo(1);
        assertOneSentence("No platform is running on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "show", "replay"})
    void explainsEachCommandOnDeadLetters(String command) {
        assertThat(run("dlt", command, "--help")).isZero();
        assertThat(terminal.out()).contains("Usage: dgc dlt " + command);
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThat(run("notify", directory.resolve("absent.json").toString())).isEqualTo(1);
        assertOneSentence("There is no file");
    }

    @Test
    void saysThatAFileHoldsNothing() throws IOException {
        assertThat(run("notify", Files.createFile(directory.resolve("empty.json")).toString())).isEqualTo(1);
        assertOneSentence("There is no notification");
    }

    @Test
    void saysThatAPictureIsMissing() {
        assertThat(run("verify", directory.resolve("absent.png").toString())).isEqualTo(1);
        assertOneSentence("There is no picture");
    }

    @Test
    void saysThatAPictureIsNone() throws IOException {
        assertThat(run("verify", Files.writeString(directory.resolve("text.png"), "text").toString())).isEqualTo(1);
        assertOneSentence("is no picture");
    }

    @Test
    void saysThatAPictureHasNoCode() throws IOException {
        Path file = directory.resolve("white.png");
        ImageIO.write(new BufferedImage(50, 50, BufferedImage.TYPE_BYTE_GRAY), "png", file.toFile());

        assertThat(run("verify", file.toString())).isEqualTo(1);
        assertOneSentence("No QR code can be read");
    }

    @Test
    @DisplayName("7: SYNC_NEEDED, where no keys can be had")
    void needsKeys() {
        assertThat(run("verify", "--data-dir", directory.toString(), "--server", "http://127.0.0.1:1", "HC1:ABC"))
                .isEqualTo(7);
        assertThat(terminal.out()).contains("! SYNC_NEEDED").contains("does not answer");
    }

    @Test
    void printsOneLineOfJson() {
        assertThat(run("verify", "--data-dir", directory.toString(), "--server", "http://127.0.0.1:1", "--json", "--at",
                "2026-11-23T10:00:00Z", "HC1:ABC")).isEqualTo(7);
        assertThat(terminal.out().lines()).singleElement().asString().startsWith("{\"outcome\":\"SYNC_NEEDED\"")
                .contains("\"reason\":\"", "\"at\":\"2026-11-23T10:00:00Z\"");
    }

    private void assertOneSentence(String part) {
        assertThat(terminal.err()).startsWith("dgc: ").contains(part).doesNotContain("Exception", "\tat ");
        assertThat(terminal.err().lines()).hasSize(1);
        assertThat(terminal.out()).isEmpty();
    }

    private int run(String... arguments) {
        return Dgc.run(terminal.terminal(), arguments);
    }
}
