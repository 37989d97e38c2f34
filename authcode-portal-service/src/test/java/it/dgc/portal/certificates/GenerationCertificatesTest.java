package it.dgc.portal.certificates;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import it.dgc.common.codes.AuthCode;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.common.uvci.Uvci;
import it.dgc.portal.TestPeers;
import it.dgc.portal.limits.Form;
import it.dgc.portal.outbound.Peer;
import it.dgc.portal.outbound.PeerSettings;
import it.dgc.portal.rendering.DocumentLanguage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The generation service, asked for certificates")
class GenerationCertificatesTest {

    private static final CodiceFiscale HOLDER = CodiceFiscale.ofBody("PRVCNR80A41M999");
    private static final Uvci UVCI = Uvci.derive(new byte[32]);
    private static final AuthCode CODE = AuthCode.derive(new byte[16]);
    private static final LocalDate DAY = LocalDate.of(2022, 1, 31);

    private static HttpsServer server;
    private static Peer peer;
    private static Certificates certificates;
    private static volatile int status;
    private static volatile String type;
    private static volatile String answer;
    private static volatile String asked;

    @BeforeAll
    static void start() throws IOException {
        TestPeers files = new TestPeers();
        server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(files.serverContext()) {

            @Override
            public void configure(HttpsParameters parameters) {
                parameters.setNeedClientAuth(true);
            }
        });
        server.createContext("/", exchange -> {
            asked = exchange.getRequestURI() + " " + new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            byte[] body = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        peer = new Peer(new PeerSettings("generation", URI.create("https://127.0.0.1:" + server.getAddress().getPort()),
                files.directory.resolve("portal.pem"), files.directory.resolve("portal.key"),
                files.directory.resolve("ca.pem"), Duration.ofSeconds(2), Duration.ofSeconds(5), 10,
                Duration.ofMillis(1)), new SimpleMeterRegistry());
        certificates = new GenerationCertificates(peer);
    }

    @AfterAll
    static void stop() {
        peer.close();
        server.stop(0);
    }

    @BeforeEach
    void behave() {
        status = 200;
        type = "application/json";
    }

    @Test
    void findsByPersonAndDay() {
        answer = "{\"uvci\":\"" + UVCI.value() + "\",\"fiscalCode\":\"" + HOLDER.value() + "\"}";
        assertThat(certificates.find(HOLDER, DAY)).isEqualTo(new Lookup.Found(UVCI.value(), HOLDER));
        assertThat(asked).startsWith("/v1/certificates/find {").contains("\"eventDate\":\"2022-01-31\"",
                "\"fiscalCode\":\"" + HOLDER.value() + "\"").doesNotContain("code\":null");
        assertThat(certificates.find(CODE.value())).isEqualTo(new Lookup.Found(UVCI.value(), HOLDER));
        assertThat(asked).isEqualTo("/v1/certificates/find {\"code\":\"" + CODE.value() + "\"}");
    }

    @Test
    void believesNobodyElsesCertificate() {
        answer = "{\"uvci\":\"" + UVCI.value() + "\",\"fiscalCode\":\"" + HOLDER.value() + "\"}";
        assertThat(certificates.find(CodiceFiscale.ofBody("SNTMRA80A41H501"), DAY))
                .isEqualTo(new Lookup.Unavailable());
    }

    @Test
    void recoversCodeAndText() {
        answer = "{\"authCode\":\"" + CODE.value() + "\"}";
        assertThat(certificates.recoverAuthCode(UVCI.value(), DocumentLanguage.DE))
                .isEqualTo(new Recovery.Recovered<>(CODE));
        assertThat(asked).startsWith("/v1/certificates/recover {").contains("\"language\":\"de\"",
                "\"purpose\":\"AUTHCODE\"");
        answer = "{\"qrText\":\"HC1:ABC\"}";
        assertThat(certificates.recoverCertificate(UVCI.value(), DocumentLanguage.IT, Form.CERTIFICATE_WITH_CODE))
                .isEqualTo(new Recovery.Recovered<>("HC1:ABC"));
        assertThat(asked).contains("\"purpose\":\"CERTIFICATE_WITH_CODE\"");
    }

    @Test
    void tellsWhatIsNotThereFromWhatCannotBeTold() {
        status = 404;
        type = "application/problem+json";
        answer = "{\"status\":404}";
        assertThat(certificates.find(HOLDER, DAY)).isEqualTo(new Lookup.NotFound());
        assertThat(certificates.recoverAuthCode(UVCI.value(), DocumentLanguage.IT)).isEqualTo(new Recovery.Gone<>());
        status = 503;
        assertThat(certificates.find(HOLDER, DAY)).isEqualTo(new Lookup.Unavailable());
        assertThat(certificates.recoverAuthCode(UVCI.value(), DocumentLanguage.IT))
                .isEqualTo(new Recovery.Unavailable<>());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "<html>", "{\"uvci\":\"x\",\"fiscalCode\":\"PRVCNR80A41M999X\"}",
            "{\"uvci\":1,\"fiscalCode\":\"y\"}", "{\"uvci\":\"x\",\"uvci\":\"y\"}", "{\"qrText\":\"HC1:A\"} {}",
            "{\"qrText\":\"LINK\"}", "{\"authCode\":\"AAAAAAAAAAAA\",\"more\":\"x\"}"})
    void takesNothingElseForAnAnswer(String wrong) {
        answer = wrong;
        assertThat(certificates.find(CODE.value())).isEqualTo(new Lookup.Unavailable());
        assertThat(certificates.recoverAuthCode(UVCI.value(), DocumentLanguage.IT))
                .isEqualTo(new Recovery.Unavailable<>());
        assertThat(certificates.recoverCertificate(UVCI.value(), DocumentLanguage.IT, Form.CERTIFICATE_WITH_CODE))
                .isEqualTo(new Recovery.Unavailable<>());
    }

    @Test
    void readsJsonOnly() {
        type = "text/html";
        answer = "{\"qrText\":\"HC1:A\"}";
        assertThat(certificates.recoverCertificate(UVCI.value(), DocumentLanguage.IT, Form.CERTIFICATE_WITH_CODE))
                .isEqualTo(new Recovery.Unavailable<>());
    }
}
