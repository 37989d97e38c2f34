package it.dgc.deploy.local.verifier;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("Allegato B, chapter 2: a verifier's copy of the revocation list")
class ListSyncTest {

    private static final ListCopy OLD = new ListCopy(3, Set.of("A", "B"));

    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> questions = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void startAServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/v1/dgc/", this::answer);
        server.start();
    }

    @AfterEach
    void stopTheServer() {
        server.stop(0);
    }

    @Test
    void isReadWholeTheFirstTime() throws Exception {
        says(check(5, 2, 3), snapshot(5, 1, 2, "\"A\",\"B\""), snapshot(5, 2, 2, "\"C\""));

        assertThat(sync(ListCopy.NONE)).isEqualTo(new ListCopy(5, Set.of("A", "B", "C")));
        assertThat(questions).containsExactly("drl/check?version=0", "drl?version=0&chunk=1", "drl?version=0&chunk=2");
    }

    @Test
    void isBroughtUpToDateByWhatChanged() throws Exception {
        says(check(5, 2, 2), delta(5, 1, 2, "\"C\"", ""), delta(5, 2, 2, "", "\"A\""));

        assertThat(sync(OLD)).isEqualTo(new ListCopy(5, Set.of("B", "C")));
    }

    @Test
    void staysAsItIsWhereNothingIsNew() throws Exception {
        says(check(3, 1, 2));

        assertThat(sync(OLD)).isEqualTo(OLD);
        assertThat(questions).hasSize(1);
    }

    @Test
    @DisplayName("a whole list replaces what was there: who was restored long ago must not stay revoked")
    void forgetsWhatAWholeListNoLongerHas() throws Exception {
        says(check(900, 1, 1), snapshot(900, 1, 1, "\"C\""));

        assertThat(sync(OLD)).isEqualTo(new ListCopy(900, Set.of("C")));
    }

    @Test
    void beginsAnewWhereAVersionComesInTheMidst() throws Exception {
        says(check(5, 2, 3), snapshot(5, 1, 2, "\"A\",\"B\""), snapshot(6, 2, 2, "\"D\""), check(6, 1, 2),
                snapshot(6, 1, 1, "\"A\",\"D\""));

        assertThat(sync(ListCopy.NONE)).isEqualTo(new ListCopy(6, Set.of("A", "D")));
    }

    @Test
    @DisplayName("I3: where the number of entries differs, the copy is thrown away and read whole")
    void isReadWholeWhereTheNumberDiffers() throws Exception {
        says(check(5, 1, 4), delta(5, 1, 1, "\"C\"", ""), check(5, 1, 4), snapshot(5, 1, 1, "\"A\",\"B\",\"C\",\"D\""));

        assertThat(sync(OLD)).isEqualTo(new ListCopy(5, Set.of("A", "B", "C", "D")));
        assertThat(questions).element(2).isEqualTo("drl/check?version=0");
    }

    @Test
    @DisplayName("400 means: begin anew; a server that was rebuilt does not know the version that stands here")
    void isReadWholeWhereTheServerHasBegunAnew() throws Exception {
        says("400", check(2, 1, 1), snapshot(2, 1, 1, "\"Z\""));

        assertThat(sync(OLD)).isEqualTo(new ListCopy(2, Set.of("Z")));
    }

    @Test
    void isGivenUpWhereTheServerRefusesToBegin() {
        says("400");

        assertThatExceptionOfType(SyncException.class).isThrownBy(() -> sync(ListCopy.NONE))
                .withMessageContaining("400");
    }

    @Test
    void isGivenUpWhereItNeverComesToRest() {
        for (int attempt = 0; attempt < 5; attempt++) {
            says(check(5, 1, 7), snapshot(5, 1, 1, "\"A\""));
        }

        assertThatExceptionOfType(SyncException.class).isThrownBy(() -> sync(ListCopy.NONE))
                .withMessageContaining("come to rest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{\"version\":5,\"chunk\":1,\"lastChunk\":1}",
            "{\"version\":5,\"chunk\":1,\"lastChunk\":1,\"revokedUcvi\":[null]}"})
    void isNotMadeOfWhatCannotBeRead(String chunk) {
        says(check(5, 1, 1), chunk);

        assertThatExceptionOfType(SyncException.class).isThrownBy(() -> sync(ListCopy.NONE))
                .withMessageContaining("cannot be read");
    }

    private ListCopy sync(ListCopy known) throws SyncException {
        try (PublicEndpoints endpoints = new PublicEndpoints(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()))) {
            return new ListSync(endpoints).sync(known);
        }
    }

    private void says(String... next) {
        answers.addAll(List.of(next));
    }

    private static String check(long version, int chunks, int total) {
        return "{\"id\":\"x\",\"version\":%d,\"chunk\":1,\"totalChunk\":%d,\"totalNumberUCVI\":%d,\"numDiAdd\":1}"
                .formatted(version, chunks, total);
    }

    private static String snapshot(long version, int chunk, int last, String hashes) {
        return "{\"version\":%d,\"chunk\":%d,\"lastChunk\":%d,\"revokedUcvi\":[%s],\"creationDate\":\"x\"}"
                .formatted(version, chunk, last, hashes);
    }

    private static String delta(long version, int chunk, int last, String added, String removed) {
        return "{\"version\":%d,\"chunk\":%d,\"lastChunk\":%d,\"delta\":{\"insertions\":[%s],\"deletions\":[%s]}}"
                .formatted(version, chunk, last, added, removed);
    }

    private void answer(HttpExchange exchange) throws IOException {
        questions.add(exchange.getRequestURI().toString().substring("/v1/dgc/".length()));
        byte[] body = answers.remove().getBytes(UTF_8);
        exchange.sendResponseHeaders(body.length == 3 ? 400 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
