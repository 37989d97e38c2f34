package it.dgc.deploy.outbox;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("The mail server of the local platform")
class MailSinkTest {

    @TempDir
    private Path directory;
    private MailSink sink;

    @BeforeEach
    void start() {
        sink = MailSink.start(directory, 0, 0);
    }

    @AfterEach
    void stop() {
        sink.close();
    }

    @Test
    void writesDownWhatItAccepts() throws Exception {
        Mails.send(sink.port(), "a@posta.example, b@posta.example", "È disponibile", "Zeile ü\r\n.\r\nfine");

        assertThat(AcceptedMail.readAll(directory)).singleElement().satisfies(mail -> {
            assertThat(mail.messageId()).startsWith("<").endsWith(">");
            assertThat(mail.from()).isEqualTo("noreply@dgc.example");
            assertThat(mail.to()).isEqualTo("a@posta.example, b@posta.example");
            assertThat(mail.subject()).isEqualTo("È disponibile");
            assertThat(mail.body()).isEqualTo("Zeile ü\n.\nfine\n");
            assertThat(mail.acceptedAt()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
            assertThat(mail.toString()).doesNotContain("posta.example", "Zeile");
        });
        assertThat(Files.readString(directory.resolve("outbox/mail.jsonl")).lines()).hasSize(1);
    }

    @Test
    void keepsWhatIsNoPlainTextAsItCame() throws Exception {
        Mails.send(sink.port(), "a@posta.example", "s", "<b>x</b>", "text/html");
        assertThat(AcceptedMail.readAll(directory).getFirst().body()).contains("Content-Type: text/html", "<b>x</b>");
    }

    @Test
    void showsItsOutboxToPrograms() throws Exception {
        Mails.send(sink.port(), "a@posta.example", "first", "1");
        Mails.send(sink.port(), "a@posta.example", "second", "2");
        JsonNode messages = LoopbackHttp.JSON.readTree(Http.get(sink.pagePort(), "/messages").body());
        assertThat(messages.valueStream().map(mail -> mail.get("subject").asString())).containsExactly("first",
                "second");
    }

    @Test
    void showsItsOutboxToPeopleAndRunsNothingOfIt() throws Exception {
        Mails.send(sink.port(), "a@posta.example", "<script>alert(1)</script>", "a & \"b\" <img src=x>");
        HttpResponse<String> page = Http.get(sink.pagePort(), "/");
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=UTF-8");
        assertThat(page.body()).contains("a@posta.example", "&lt;script&gt;", "a &amp; &quot;b&quot; &lt;img")
                .doesNotContain("<script", "<img");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/messages/1", "/x"})
    void hasNoOtherPage(String path) throws Exception {
        assertThat(Http.get(sink.pagePort(), path).statusCode()).isEqualTo(404);
    }

    @Test
    void goesOnWithItsJournal() throws Exception {
        Mails.send(sink.port(), "a@posta.example", "first", "1");
        sink.close();
        start();
        Mails.send(sink.port(), "a@posta.example", "second", "2");
        assertThat(AcceptedMail.readAll(directory)).extracting(AcceptedMail::subject).containsExactly("first",
                "second");
    }

    @Test
    void saysThatAPortIsTaken(@TempDir Path other) {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> MailSink.start(other, 0, sink.pagePort()));
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> MailSink.start(other, sink.port(), 0));
    }
}
