package it.dgc.deploy.sistemats.cards;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;

import it.dgc.common.spring.access.TestAuthority;
import it.dgc.common.spring.access.TestIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static it.dgc.common.spring.access.TestAuthority.dns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

@DisplayName("Sistema TS on the local platform, asked about health cards")
class HealthCardServerTest {

    private static final String PERSON = "PRVCNR80A41M999X";
    private static final TestAuthority AUTHORITY = TestAuthority.create();
    private static final String CHECK = "/v1/health-cards/check";
    private static final String NONE = "/v1/health-cards/none";

    @TempDir
    private Path directory;
    private final CardRegister register = new CardRegister(1);
    private final HttpClient portal = AUTHORITY.client("CN=portal", dns("portal.dgc.test")).client(AUTHORITY);
    private HealthCardServer server;
    private HealthCardControl control;

    @BeforeEach
    void start() throws Exception {
        TestIdentity own = AUTHORITY.server();
        Path certificate = Files.writeString(directory.resolve("server.pem"), own.certificate());
        Path key = Files.writeString(directory.resolve("server.key"), own.key());
        Path authority = Files.writeString(directory.resolve("ca.pem"), AUTHORITY.certificate());
        register.give(PERSON, new HealthCard("80380000500012345678", LocalDate.of(2027, 1, 31)));
        server = HealthCardServer.start(0, PemTls.of(certificate, key, authority), register);
        control = HealthCardControl.start(0, server, register);
    }

    @AfterEach
    void stop() {
        control.close();
        server.close();
        portal.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({"12345678,,MATCH", "12345678,2027-01-31,MATCH", "12345678,2027-02-01,NO_MATCH", "12345679,,NO_MATCH"})
    void saysWhetherCardAndCodeBelongTogether(String last8, String expiry, String answer) throws Exception {
        String day = expiry == null ? "" : ",\"expiry\":\"" + expiry + "\"";
        HttpResponse<String> got = ask(CHECK, "{\"fiscalCode\":\"" + PERSON + "\",\"last8\":\"" + last8 + "\"" + day
                + "}");
        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(got.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(got.body()).contains("\"fiscalCode\":\"" + PERSON + "\"", "\"answer\":\"" + answer + "\"");
    }

    @Test
    void saysWhoHasNone() throws Exception {
        String question = "{\"fiscalCode\":\"" + PERSON + "\"}";
        assertThat(ask(NONE, question).body()).contains("\"NO\"");
        register.withdraw(PERSON);
        assertThat(ask(NONE, question).body()).contains("\"YES\"");
        assertThat(server.questions()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "[]", "{}", "{\"fiscalCode\":\"\"}", "{\"fiscalCode\":\"" + PERSON + "\"}",
            "{\"fiscalCode\":\"" + PERSON + "\",\"last8\":\"12345678\",\"expiry\":\"2027-02-30\"}"})
    void takesNoOtherQuestion(String body) throws Exception {
        assertThat(ask(CHECK, body).statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("ModI ID_AUTH_CHANNEL: nobody is answered without a certificate of the authority")
    void answersNobodyWithoutCertificate() {
        try (HttpClient nobody = TestIdentity.NONE.client(AUTHORITY)) {
            assertThatIOException().isThrownBy(() -> nobody.send(question(NONE, "{}"), BodyHandlers.ofString()));
        }
        assertThat(server.questions()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"fault\":\"REJECT\"}|503", "{\"fault\":\"REJECT\",\"status\":429}|429",
            "{\"failRate\":1}|503", "{\"fault\":\"REDIRECT\",\"location\":\"https://127.0.0.1:1/\"}|307",
            "{\"fault\":\"WRONG_ECHO\"}|200", "{\"fault\":\"GARBAGE\"}|200", "{\"failRate\":0}|200"})
    void doesWhatItsKnobsSay(String faults, int status) throws Exception {
        assertThat(knob("PUT", "/cards/faults", faults).statusCode()).isEqualTo(200);
        HttpResponse<String> got = ask(NONE, "{\"fiscalCode\":\"" + PERSON + "\"}");
        assertThat(got.statusCode()).isEqualTo(status);
        assertThat(got.body().contains("\"fiscalCode\":\"" + PERSON)).isEqualTo(faults.endsWith(":0}"));
        assertThat(knob("GET", "/cards/questions", "").body()).isEqualTo("{\"questions\":1}");
    }

    @Test
    void hangsUpInTheMiddle() {
        server.misbehave(CardFaults.always(CardFault.TRUNCATED));
        assertThatIOException().isThrownBy(() -> ask(NONE, "{\"fiscalCode\":\"" + PERSON + "\"}"));
    }

    @Test
    void goesOnWithoutEndUntilItCloses() {
        server.misbehave(CardFaults.always(CardFault.ENDLESS));
        CompletableFuture<HttpResponse<String>> answer = portal
                .sendAsync(question(NONE, "{\"fiscalCode\":\"" + PERSON + "\"}"), BodyHandlers.ofString());
        await().until(() -> server.questions() == 1);
        assertThat(answer).isNotDone();
        server.close();
        await().until(answer::isDone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "{\"failRate\":2}", "{\"failRate\":-0.1}", "{\"delayMillis\":-1}",
            "{\"status\":200}", "{\"delayMillis\":60001}", "{\"fault\":\"OTHER\"}"})
    void takesNoNonsenseForAFault(String faults) throws Exception {
        assertThat(knob("PUT", "/cards/faults", faults).statusCode()).isEqualTo(400);
        assertThat(server.faults()).isEqualTo(CardFaults.NONE);
    }

    @Test
    void showsAndChangesAPersonsCardByItsKnobs() throws Exception {
        String person = "{\"fiscalCode\":\"" + PERSON + "\"";
        assertThat(knob("POST", "/cards/holder", person + "}").body()).contains("80380000500012345678", "2027-01-31");
        knob("PUT", "/cards/holder", person + ",\"number\":\"80380000500000000000\",\"expiry\":\"2030-01-01\"}");
        assertThat(register.cardOf(PERSON).orElseThrow().last8()).isEqualTo("00000000");
        knob("PUT", "/cards/holder", person + "}");
        assertThat(register.cardOf(PERSON)).isEmpty();
        assertThat(knob("PUT", "/cards/holder", person + ",\"number\":\"1\"}").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> ask(String path, String body) throws IOException, InterruptedException {
        return portal.send(question(path, body), BodyHandlers.ofString());
    }

    private HttpRequest question(String path, String body) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.port() + path))
                .POST(BodyPublishers.ofString(body)).build();
    }

    private HttpResponse<String> knob(String method, String path, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + control.port() + path))
                    .method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        }
    }
}
