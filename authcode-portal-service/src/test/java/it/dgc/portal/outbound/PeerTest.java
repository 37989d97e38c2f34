package it.dgc.portal.outbound;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import it.dgc.common.spring.access.TestAuthority;
import it.dgc.deploy.outbox.LoopbackHttp;
import it.dgc.portal.TestPeers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@DisplayName("reliability T20, E17: who is asked is who was meant, and a bad answer is none")
class PeerTest {

    private static final String PATH = "/question";
    private static final Map<String, String> QUESTION = Map.of("about", "nobody");
    private static final String GOOD = "{\"said\":\"yes\"}";
    private static final TestPeers FILES = new TestPeers();
    private static final Duration PATIENT = Duration.ofMinutes(1);

    private static LoopbackHttp other;
    private static volatile int asked;
    private static volatile int status;
    private static volatile String type;
    private static volatile String body;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeAll
    static void start() {
        other = server(FILES.serverContext());
    }

    @AfterAll
    static void stop() {
        other.close();
    }

    @ParameterizedTest
    @CsvSource({"200,application/json", "200,application/json;charset=utf-8", "200,APPLICATION/JSON"})
    void believesOneStatusAndOneType(int given, String as) {
        say(given, as, GOOD);
        assertThat(ask(settings(other.port()))).isEqualTo(new Reply.Answer(Map.of("said", "yes")));
        assertThat(outcomes("answered")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"200,text/html", "200,''", "200,application/problem+json", "201,application/json",
            "202,application/json", "302,application/json", "401,application/json", "500,application/json"})
    void believesNoOther(int given, String as) {
        say(given, as, GOOD);
        assertThat(ask(settings(other.port()))).isEqualTo(new Reply.Nothing());
        assertThat(outcomes("failed")).isEqualTo(1);
    }

    @Test
    @DisplayName("RFC 9457: what says that there is no such thing is a problem; a page of whoever stands between is not")
    void takesOnlyAProblemForNotFound() {
        say(404, "application/problem+json", "{\"status\":404}");
        assertThat(ask(settings(other.port()))).isEqualTo(new Reply.NotFound());
        say(404, "text/html", "<html>");
        assertThat(ask(settings(other.port()))).isEqualTo(new Reply.Nothing());
    }

    @Test
    @DisplayName("RFC 6125: a certificate of the right authority for another name is another server's")
    void asksNobodyOfAnotherName() {
        say(200, "application/json", GOOD);
        SSLContext elsewhere = FILES.serverContext(
                FILES.authority.client("CN=127.0.0.1", TestAuthority.dns("elsewhere.dgc.example")));
        assertAsksNobody(elsewhere);
    }

    @Test
    @DisplayName("an authority of the same name is another authority")
    void asksNobodyOfAnotherAuthority() {
        say(200, "application/json", GOOD);
        assertAsksNobody(FILES.serverContext(TestAuthority.create().server()));
    }

    @Test
    void restsAlsoFromWhoLies() {
        say(200, "application/json", "{\"said\":\"something else\"}");
        try (Peer peer = peer(settings(other.port()))) {
            int before = asked;
            IntStream.range(0, 30).forEach(n -> assertThat(peer.ask(PATH, QUESTION, reply -> false))
                    .isEqualTo(new Reply.Nothing()));
            assertThat(asked - before).isEqualTo(10);
        }
        assertThat(outcomes("failed")).isEqualTo(10);
        assertThat(outcomes("resting")).isEqualTo(20);
    }

    @Test
    @DisplayName("a question that ended in a surprise is ended for the breaker too, which else could stay half open")
    void countsSurprises() {
        say(200, "application/json", GOOD);
        try (Peer peer = peer(settings(other.port()))) {
            IntStream.range(0, 10).forEach(n -> assertThatIllegalStateException()
                    .isThrownBy(() -> peer.ask(PATH, QUESTION, reply -> {
                        throw new IllegalStateException();
                    })));
            assertThat(peer.ask(PATH, QUESTION, reply -> true)).isEqualTo(new Reply.Nothing());
        }
        assertThat(outcomes("resting")).isEqualTo(1);
    }

    @ParameterizedTest
    @DisplayName("personal data goes over TLS only, and to an address without more")
    @ValueSource(strings = {"http://127.0.0.1:1", "https:/nowhere", "//127.0.0.1:1", "https://me@127.0.0.1:1",
            "https://127.0.0.1:1/path", "https://127.0.0.1:1?a=b", "https://127.0.0.1:1#a"})
    void takesNoOtherAddress(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(URI.create(address), PATIENT, 1))
                .withMessageContaining("other").withMessageContaining("https://host:port");
    }

    @Test
    void takesNoTimeThatIsNone() {
        URI there = URI.create("https://127.0.0.1:1");
        assertThatIllegalArgumentException().isThrownBy(() -> settings(there, Duration.ZERO, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> settings(there, Duration.ofSeconds(-1), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> settings(there, PATIENT, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.pem", "broken.pem"})
    void saysAtStartWhichFilesCannotBeUsed(String name) throws Exception {
        Files.writeString(FILES.directory.resolve("broken.pem"), "nothing");
        Path bad = FILES.directory.resolve(name);
        PeerSettings good = settings(1);
        PeerSettings wrong = new PeerSettings("other", good.baseUrl(), good.certificate(), good.key(), bad, PATIENT,
                PATIENT, 1, PATIENT);
        assertThatIllegalStateException().isThrownBy(() -> peer(wrong)).withMessageContaining("other")
                .withMessageContaining(bad.toString());
    }

    private void assertAsksNobody(SSLContext stranger) {
        try (LoopbackHttp server = server(stranger)) {
            int before = asked;
            assertThat(ask(settings(server.port()))).isEqualTo(new Reply.Nothing());
            assertThat(asked).isEqualTo(before);
        }
    }

    private Reply ask(PeerSettings settings) {
        try (Peer peer = peer(settings)) {
            return peer.ask(PATH, QUESTION, reply -> true);
        }
    }

    private Peer peer(PeerSettings settings) {
        return new Peer(settings, meters);
    }

    private double outcomes(String outcome) {
        return meters.counter("dgc.portal.peer", "peer", "other", "outcome", outcome).count();
    }

    private static PeerSettings settings(int port) {
        return settings(URI.create("https://127.0.0.1:" + port), PATIENT, 10);
    }

    private static PeerSettings settings(URI address, Duration wait, int atOnce) {
        return new PeerSettings("other", address, FILES.directory.resolve("portal.pem"),
                FILES.directory.resolve("portal.key"), FILES.directory.resolve("ca.pem"), wait, wait, atOnce, PATIENT);
    }

    private static LoopbackHttp server(SSLContext tls) {
        return LoopbackHttp.mutualTls(0, tls).on(PATH, PeerTest::answer).start();
    }

    private static synchronized void answer(HttpExchange exchange) throws IOException {
        asked++;
        exchange.getRequestBody().readAllBytes();
        LoopbackHttp.send(exchange, status, type, body);
    }

    private static void say(int given, String as, String text) {
        status = given;
        type = as;
        body = text;
    }
}
