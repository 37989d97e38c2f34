package it.dgc.deploy.local.verifier;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import it.dgc.common.hcert.SignerKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("Fetching the keys as a client does")
class KeySyncTest {

    private static final String STATUS = "/v1/dgc/signercertificate/status";
    private static final String UPDATE = "/v1/dgc/signercertificate/update";

    private final List<String> tokens = new ArrayList<>();
    private HttpServer server;
    private TestSigner listed;
    private TestSigner withdrawn;

    @BeforeEach
    void startAServer() throws Exception {
        listed = TestSigner.create();
        withdrawn = TestSigner.create();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext(STATUS, exchange -> answer(exchange, 500, ""));
        status("[\"" + listed.kid().base64() + "\",\"" + listed.kid().base64() + "\"]");
        server.createContext(UPDATE, this::update);
        server.start();
    }

    @AfterEach
    void stopTheServer() {
        server.stop(0);
    }

    @Test
    void followsTheTokensToTheEndAndKeepsWhatIsListed() throws Exception {
        SignerKeys keys = sync();

        assertThat(keys.candidates(listed.kid())).hasSize(1);
        assertThat(keys.candidates(withdrawn.kid())).isEmpty();
        assertThat(tokens).containsExactly("null", "4", "9");
    }

    @Test
    void needsAListThatNamesKeys() {
        status("[]");

        assertThatExceptionOfType(SyncException.class).isThrownBy(this::sync).withMessageContaining("no keys");
    }

    @Test
    void needsAListThatCanBeRead() {
        status("<html>");

        assertThatExceptionOfType(SyncException.class).isThrownBy(this::sync).withMessageContaining("cannot be read");
    }

    @Test
    @DisplayName("I13: the token is strictly increasing; a server that breaks this must not hold a client for ever")
    void doesNotGoRoundInACircle() {
        replace(UPDATE, exchange -> certificate(exchange, listed, 4));

        assertThatExceptionOfType(SyncException.class).isThrownBy(this::sync).withMessageContaining("to an end");
    }

    @Test
    void saysThatAServerIsBusy() {
        replace(UPDATE, exchange -> answer(exchange, 503, ""));

        assertThatExceptionOfType(SyncException.class).isThrownBy(this::sync).withMessageContaining("503");
    }

    @Test
    @DisplayName("a certificate that cannot be read takes no other from the verifier, and is counted")
    void passesOverWhatCannotBeRead() throws Exception {
        PublishedCertificate good = new PublishedCertificate(listed.kid().base64(), listed.certificateBase64());
        PublishedCertificate.Trust trust = PublishedCertificate.trusted(
                List.of(new PublishedCertificate(withdrawn.kid().base64(), "AAAA"), good,
                        new PublishedCertificate(withdrawn.kid().base64(), "<html>"),
                        new PublishedCertificate("no kid", listed.certificateBase64())));

        assertThat(trust.keys().candidates(listed.kid())).hasSize(1);
        assertThat(trust.keys().candidates(withdrawn.kid())).isEmpty();
        assertThat(trust.unreadable()).isEqualTo(3);
    }

    @Test
    void needsACertificateThatCanBeRead() {
        assertThatExceptionOfType(SyncException.class)
                .isThrownBy(() -> PublishedCertificate
                        .trusted(List.of(new PublishedCertificate(listed.kid().base64(), "AAAA"))))
                .withMessageContaining("can be read");
    }

    private SignerKeys sync() throws SyncException {
        try (PublicEndpoints endpoints = new PublicEndpoints(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()))) {
            return PublishedCertificate.trusted(new KeySync(endpoints).certificates()).keys();
        }
    }

    private void status(String body) {
        replace(STATUS, exchange -> answer(exchange, 200, body));
    }

    private void replace(String path, HttpHandler handler) {
        server.removeContext(path);
        server.createContext(path, handler);
    }

    private void update(HttpExchange exchange) throws IOException {
        String token = String.valueOf(exchange.getRequestHeaders().getFirst("X-RESUME-TOKEN"));
        tokens.add(token);
        switch (token) {
            case "null" -> certificate(exchange, withdrawn, 4);
            case "4" -> certificate(exchange, listed, 9);
            default -> answer(exchange, 204, "");
        }
    }

    private static void certificate(HttpExchange exchange, TestSigner signer, int token) throws IOException {
        exchange.getResponseHeaders().add("X-RESUME-TOKEN", Integer.toString(token));
        exchange.getResponseHeaders().add("X-KID", signer.kid().base64());
        try {
            answer(exchange, 200, signer.certificateBase64());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.getBytes(UTF_8).length);
        exchange.getResponseBody().write(body.getBytes(UTF_8));
        exchange.close();
    }
}
