package it.dgc.deploy.local.verifier;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import it.dgc.common.codes.Sha256;
import it.dgc.common.exemption.Exemption;
import it.dgc.common.exemption.ExemptionEntry;
import it.dgc.common.exemption.HolderName;
import it.dgc.common.hcert.HcertClaims;
import it.dgc.common.verification.Outcome;
import it.dgc.common.verification.Verifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Allegato B, chapter 4: a verifier decides offline, by what it synchronised within the last day")
class VerifierDataTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String UVCI = "01IT00000000000000000000000000000000#0";
    private static final String EMPTY = "[{\"name\":\"black_list_uvci\",\"type\":\"black_list_uvci\",\"value\":\"\"}]";

    @TempDir
    private Path directory;

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer server;
    private TestSigner signer;
    private String certificate;

    @BeforeEach
    void startAServer() throws Exception {
        signer = TestSigner.create();
        certificate = signer.certify(new HcertClaims("IT", NOW.minusSeconds(60), NOW.plus(Duration.ofDays(300)),
                Exemption.of(new HolderName("Rossi", "Zoë", "ROSSI", "ZOE"), LocalDate.of(1980, 1, 2),
                        new ExemptionEntry("RSSMRA80A01H501U", LocalDate.of(2026, 11, 1),
                                Optional.of(LocalDate.of(2026, 12, 31)), UVCI, "CUEV-ABCDE1234E"))
                        .toDcc()));
        answers.put("settings", EMPTY);
        answers.put("signercertificate/status", "[\"" + signer.kid().base64() + "\"]");
        list(1, "\"x\"");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/v1/dgc/", this::answer);
        server.start();
    }

    @AfterEach
    void stopTheServer() {
        server.stop(0);
    }

    @Test
    void findsACertificateValidUntilItIsListed() {
        assertThat(outcome(NOW, NOW)).isEqualTo(Outcome.VALID);
        list(2, "\"x\",\"" + Sha256.base64(UVCI) + "\"");
        assertThat(outcome(NOW, NOW)).isEqualTo(Outcome.REVOKED);
    }

    @Test
    void decidesWithoutANetworkForADay() {
        assertThat(outcome(NOW, NOW)).isEqualTo(Outcome.VALID);
        server.stop(0);
        assertThat(outcome(NOW.plus(Duration.ofHours(24)), NOW.plus(Duration.ofHours(24)))).isEqualTo(Outcome.VALID);
        Instant later = NOW.plus(Duration.ofHours(24)).plusMillis(1);
        assertThat(outcome(later, later)).isEqualTo(Outcome.SYNC_NEEDED);
    }

    @Test
    void judgesForAnotherDayWithTheDataOfToday() {
        assertThat(outcome(NOW, Instant.parse("2027-01-01T00:00:00Z"))).isEqualTo(Outcome.EXPIRED);
    }

    @Test
    @DisplayName("a synchronisation that fails half-way leaves the last whole one")
    void keepsTheLastWholeSynchronisation() {
        assertThat(outcome(NOW, NOW)).isEqualTo(Outcome.VALID);
        answers.put("drl/check", "<html>");
        assertThat(outcome(NOW, NOW)).isEqualTo(Outcome.VALID);
        answers.put("settings", "[]");
        list(1, "\"x\"");
        assertThat(outcome(NOW, NOW)).isEqualTo(Outcome.VALID);
    }

    @Test
    void saysWhatIsMissingWhereItNeverSynchronised() {
        answers.put("settings", "[]");
        assertThat(data().forTime(NOW, NOW)).isInstanceOfSatisfying(VerifierData.Outcome.Missing.class,
                missing -> assertThat(missing.why()).contains("rules"));
        server.stop(0);
        assertThat(data().forTime(NOW, NOW)).isInstanceOfSatisfying(VerifierData.Outcome.Missing.class,
                missing -> assertThat(missing.why()).contains("does not answer"));
    }

    @Test
    void fetchesAnewWhatCannotBeReadOnDisk() throws IOException {
        assertThat(outcome(NOW, NOW)).isEqualTo(Outcome.VALID);
        for (Path file : files()) {
            Files.writeString(file, "{");
        }
        assertThat(outcome(NOW, NOW)).isEqualTo(Outcome.VALID);
    }

    @Test
    @DisplayName("T31, P22: nothing of a certificate reaches the disk")
    void writesNothingOfACertificate() throws IOException {
        outcome(NOW, NOW);
        assertThat(files()).isNotEmpty().allSatisfy(file -> assertThat(Files.readString(file))
                .doesNotContain("Rossi", "ROSSI", "1980-01-02", UVCI, Sha256.base64(UVCI), Sha256.hex(UVCI), "HC1:",
                        certificate.substring(10, 40)));
    }

    private Outcome outcome(Instant now, Instant at) {
        return switch (data().forTime(now, at)) {
            case VerifierData.Outcome.Had had -> new Verifier(had.data()).verify(certificate, at).outcome();
            case VerifierData.Outcome.Missing missing -> throw new AssertionError(missing.why());
        };
    }

    private VerifierData data() {
        return new VerifierData(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), directory);
    }

    private Iterable<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private void list(int version, String hashes) {
        answers.put("drl/check", "{\"version\":%d,\"totalChunk\":1,\"totalNumberUCVI\":%d}".formatted(version,
                hashes.split(",").length));
        answers.put("drl", "{\"version\":%d,\"chunk\":1,\"lastChunk\":1,\"revokedUcvi\":[%s]}".formatted(version,
                hashes));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/v1/dgc/".length());
        if (path.equals("signercertificate/update")) {
            update(exchange);
        } else {
            answer(exchange, 200, answers.get(path));
        }
    }

    private void update(HttpExchange exchange) throws IOException {
        if (exchange.getRequestHeaders().containsKey("X-RESUME-TOKEN")) {
            answer(exchange, 204, "");
            return;
        }
        exchange.getResponseHeaders().add("X-RESUME-TOKEN", "1");
        exchange.getResponseHeaders().add("X-KID", signer.kid().base64());
        try {
            answer(exchange, 200, signer.certificateBase64());
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.getBytes(UTF_8).length);
        exchange.getResponseBody().write(body.getBytes(UTF_8));
        exchange.close();
    }
}
