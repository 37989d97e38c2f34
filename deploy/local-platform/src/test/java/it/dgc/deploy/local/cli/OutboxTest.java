package it.dgc.deploy.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import it.dgc.deploy.local.console.Logs;
import it.dgc.deploy.local.console.RecordedTerminal;
import it.dgc.deploy.local.platform.DataDirectory;
import it.dgc.deploy.outbox.AcceptedMail;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What was sent to holders")
class OutboxTest {

    private static final String MAIL = "{\"messageId\":\"<1@dgc.example>\",\"from\":\"f@dgc.example\",\"to\":"
            + "\"maria@posta.example\",\"subject\":\"Il tuo certificato\",\"body\":\"AUTHCODE: %s\\n\","
            + "\"acceptedAt\":\"2022-01-10T09:00:%sZ\"}\n";
    private static final String SMS = "{\"idempotencyKey\":\"2.sms\",\"to\":\"+447700900123\",\"sender\":\"s\","
            + "\"text\":\"Usa AUTHCODE\",\"acceptedAt\":\"2022-01-10T09:00:01.5Z\",\"repeat\":true}\n";

    private final RecordedTerminal terminal = RecordedTerminal.pipe();

    @TempDir
    private Path directory;

    @BeforeAll
    static void logNothing() {
        Logs.off();
    }

    @BeforeEach
    void makeDirectory() throws IOException {
        Files.createDirectory(directory.resolve("outbox"));
    }

    @Test
    @DisplayName("is printed newest last, also where no platform runs any more")
    void isPrintedNewestLast() throws IOException {
        Files.writeString(directory.resolve("outbox/mail.jsonl"),
                MAIL.formatted("FIRST", "01") + MAIL.formatted("THIRD", "01.52"));
        Files.writeString(directory.resolve("outbox/sms.jsonl"), SMS);

        assertThat(run()).isZero();
        assertThat(terminal.out().lines().filter(line -> !line.isEmpty())).containsExactly(
                "2022-01-10T09:00:01Z e-mail to maria@posta.example: Il tuo certificato <1@dgc.example>",
                "AUTHCODE: FIRST",
                "2022-01-10T09:00:01.5Z SMS to +447700900123 2.sms (repetition)", "Usa AUTHCODE",
                "2022-01-10T09:00:01.52Z e-mail to maria@posta.example: Il tuo certificato <1@dgc.example>",
                "AUTHCODE: THIRD");
        assertThat(terminal.err()).contains("3 messages");
    }

    @Test
    void mayBeNothing() {
        assertThat(run()).isZero();
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("0 messages");
    }

    @Test
    @DisplayName("is told by the demo in one line, without address and code")
    void isToldMasked() throws IOException {
        DataDirectory data = new DataDirectory(directory);
        assertThat(MailOutbox.first(data, Duration.ZERO)).isEmpty();
        Files.writeString(directory.resolve("outbox/mail.jsonl"), MAIL.formatted("SECRET", "01"));

        List<String> lines = MailOutbox.first(data, Duration.ZERO).map(MailOutbox::line).stream().toList();
        assertThat(lines).containsExactly(
                "E-mail to m***@posta.example, \"Il tuo certificato\", the code in its text");
        assertThat(MailOutbox.line(new AcceptedMail("", "", "", "s", "b", ""))).contains("***");
    }

    private int run() {
        return Dgc.run(terminal.terminal(), "outbox", "--data-dir", directory.toString());
    }
}
