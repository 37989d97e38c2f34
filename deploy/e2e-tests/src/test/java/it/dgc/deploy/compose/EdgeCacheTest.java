package it.dgc.deploy.compose;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import it.dgc.deploy.backends.NginxProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@DisplayName("ADR 0025: the edge keeps the list for as long as the service promises, and nothing else")
class EdgeCacheTest {

    private static final String DRL = "/v1/dgc/drl";
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MANY = 20;

    private static NotingService service;
    private static RunningNginx nginx;

    @BeforeAll
    static void startTheEdge(@TempDir Path directory) throws IOException {
        assumeTrue(NginxProcess.program().isPresent(), "nginx is not installed: its configuration is not tried");
        service = NotingService.start(request -> kept(request, LONG));
        nginx = RunningNginx.start(directory, EdgeConfigurationTest.adapted(service.port()));
    }

    @AfterAll
    static void stopTheEdge() throws IOException {
        if (nginx != null) {
            nginx.close();
            service.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"'',gzip", "?chunk=1,gzip", "?chunk=99999,gzip", "?version=0&chunk=1,gzip", "?chunk=1&version=0,gzip",
            "'',identity", "?chunk=2,identity", "?version=0&chunk=2,identity"})
    @DisplayName("P28: the whole list leaves from the edge")
    void asksOnceForWhatVerifiersAskFor(String query, String coding) {
        long before = service.askedFor(DRL + query);
        String first = get(DRL + query, "Accept-Encoding: " + coding);
        String second = get(DRL + query, "Accept-Encoding: " + coding);
        assertThat(first).startsWith("HTTP/1.1 200").contains("Cache-Control: no-cache\r\n", "Vary: Accept-Encoding",
                "ETag: \"", DRL + query).doesNotContain("X-Accel-Expires");
        assertThat(bodyOf(second)).isEqualTo(bodyOf(first));
        assertThat(service.askedFor(DRL + query) - before).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/dgc/drl?version=1&chunk=1", "/v1/dgc/drl?chunk=1&x=1", "/v1/dgc/drl?chunk=0",
            "/v1/dgc/drl?chunk=01", "/v1/dgc/drl?chunk=100000", "/v1/dgc/drl?version=0&chunk=1&chunk=1",
            "/v1/dgc/drl/check", "/v1/dgc/drl/check?version=0", "/v1/dgc/settings",
            "/v1/dgc/signercertificate/status", "/v1/dgc/signercertificate/update"})
    @DisplayName("whatever could be asked for without end is asked for each time, also where a lifetime is stated")
    void keepsNothingElse(String target) {
        get(target);
        get(target);
        assertThat(service.askedFor(target)).isEqualTo(2);
    }

    @Test
    void givesEachCallerTheFormThatHeTakes() {
        for (int turn = 0; turn < 2; turn++) {
            assertThat(get(DRL + "?chunk=10", "Accept-Encoding: gzip")).contains("Content-Encoding: gzip\r\n");
            assertThat(get(DRL + "?chunk=10")).doesNotContain("Content-Encoding");
        }
        assertThat(service.askedFor(DRL + "?chunk=10")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"gzip|20", "gzip, deflate, br|21", "br, GZIP;q=0.5|22", "x-gzip|23",
            "deflate , * ; q=1|24", "gzip;q=1.000|25"})
    void asksForGzipHoweverThatWasSaid(String accepted, int chunk) {
        get(DRL + "?chunk=" + chunk, "Accept-Encoding: " + accepted);
        assertThat(service.lastRequest()).contains("Accept-Encoding: gzip\r\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"identity|30", "br|31", "gzip;q=0|32", "gzip;q=0.000|33", "gzipped|34",
            "junk;;q=,|35", "gzip;q=x|36"})
    void asksForNoOtherFormThanTheServiceHas(String accepted, int chunk) {
        get(DRL + "?chunk=" + chunk, "Accept-Encoding: " + accepted);
        assertThat(service.lastRequest()).startsWith("GET ").doesNotContain("Accept-Encoding");
    }

    @Test
    @DisplayName("VerificaC19 for Android says no-cache in each request")
    void doesNotAskAgainBecauseACallerSaysSo() {
        get(DRL + "?chunk=40", "Cache-Control: no-cache");
        get(DRL + "?chunk=40", "Cache-Control: no-cache\r\nPragma: no-cache");
        assertThat(service.askedFor(DRL + "?chunk=40")).isEqualTo(1);
    }

    @Test
    void tellsWhoHasItThatHeHasIt() {
        String tag = tagOf(get(DRL + "?chunk=50"));
        String again = get(DRL + "?chunk=50", "If-None-Match: " + tag);
        assertThat(again).startsWith("HTTP/1.1 304").contains("ETag: " + tag).endsWith("\r\n\r\n");
        assertThat(get(DRL + "?chunk=50", "If-None-Match: \"another\"")).startsWith("HTTP/1.1 200");
        assertThat(service.askedFor(DRL + "?chunk=50")).isEqualTo(1);
    }

    @Test
    void keepsTheWholeAnswerWhereTheFirstCallerHasIt() {
        String tag = tagOf(kept("GET " + DRL + "?chunk=51 HTTP/1.1", LONG));
        assertThat(get(DRL + "?chunk=51", "If-None-Match: " + tag)).startsWith("HTTP/1.1 304");
        assertThat(service.lastRequest()).startsWith("GET ").doesNotContain("If-None-Match");
        assertThat(get(DRL + "?chunk=51")).startsWith("HTTP/1.1 200").endsWith("chunk=51");
        assertThat(service.askedFor(DRL + "?chunk=51")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 OK\r\nCache-Control: no-cache", "200 OK\r\nCache-Control: no-store",
            "200 OK\r\nCache-Control: max-age=600", "200 OK\r\nExpires: Thu, 31 Dec 2099 23:59:59 GMT",
            "503 Service Unavailable\r\nX-Accel-Expires: 600", "400 Bad Request\r\nX-Accel-Expires: 600",
            "200 OK\r\nX-Accel-Expires: @1000000000"})
    @DisplayName("without a promise that holds, and with anything but 200, the next caller asks the service")
    void keepsNothingThatTheServiceDoesNotPromise(String head, @TempDir Path directory) throws IOException {
        try (NotingService other = NotingService.start(request -> "HTTP/1.1 " + head + "\r\nETag: \"a\"\r\n\r\nx");
                RunningNginx edge = RunningNginx.start(directory, EdgeConfigurationTest.adapted(other.port()))) {
            for (int turn = 0; turn < 2; turn++) {
                assertThat(edge.ask("GET " + DRL + " HTTP/1.1")).startsWith("HTTP/1.1 " + head.substring(0, 3));
            }
            assertThat(other.askedFor(DRL)).isEqualTo(2);
        }
    }

    @Test
    void asksAgainWhenThePromiseHasEnded(@TempDir Path directory) throws IOException {
        try (NotingService brief = NotingService.start(request -> kept(request, Duration.ofSeconds(1)));
                RunningNginx edge = RunningNginx.start(directory, EdgeConfigurationTest.adapted(brief.port()))) {
            await().atMost(PATIENCE).until(() -> {
                edge.ask("GET " + DRL + " HTTP/1.1");
                return brief.askedFor(DRL) > 2;
            });
        }
    }

    @Test
    @DisplayName("what has ended is handed out to nobody, also while the service is away: who was revoked since would pass")
    void handsOutNothingThatHasEnded(@TempDir Path directory) throws IOException {
        NotingService brief = NotingService.start(request -> kept(request, Duration.ofSeconds(1)));
        try (brief; RunningNginx edge = RunningNginx.start(directory, EdgeConfigurationTest.adapted(brief.port()))) {
            assertThat(edge.ask("GET " + DRL + " HTTP/1.1")).startsWith("HTTP/1.1 200");
            brief.close();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(edge.ask("GET " + DRL + " HTTP/1.1")).startsWith("HTTP/1.1 503"));
        }
    }

    @Test
    @DisplayName("many at once are one question")
    void asksOnceForManyWhoComeAtOnce(@TempDir Path directory) throws Exception {
        CountDownLatch allHaveCome = new CountDownLatch(MANY);
        String patient = EdgeConfigurationTest.adapted(service.port()).replaceAll("(lock_age|lock_timeout) 1s",
                "$1 60s");
        try (NotingService slow = NotingService.start(request -> {
            awaitAll(allHaveCome);
            return kept(request, LONG);
        });
                RunningNginx edge = RunningNginx.start(directory,
                        patient.replace(":" + service.port(), ":" + slow.port()));
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = IntStream.range(0, MANY).mapToObj(caller -> callers.submit(() -> {
                allHaveCome.countDown();
                return edge.ask("GET " + DRL + " HTTP/1.1");
            })).toList();
            for (Future<String> answer : answers) {
                assertThat(answer.get()).startsWith("HTTP/1.1 200");
            }
            assertThat(slow.askedFor(DRL)).isEqualTo(1);
        }
    }

    private static String get(String target, String... fields) {
        return nginx.ask(String.join("\r\n", "GET " + target + " HTTP/1.1", String.join("\r\n", fields)).strip());
    }

    /** What the service says to a request: its own first line, so that answers can be told apart. */
    private static String kept(String request, Duration promised) {
        String target = request.split(" ")[1];
        boolean isZipped = request.contains("Accept-Encoding: gzip\r\n");
        return String.join("\r\n", "HTTP/1.1 200 OK", "ETag: \"" + target.hashCode() + isZipped + "\"",
                "Cache-Control: no-cache", "Vary: Accept-Encoding",
                "X-Accel-Expires: @" + Instant.now().plus(promised).getEpochSecond(),
                isZipped ? "Content-Encoding: gzip" : "Content-Language: en", "Content-Length: " + target.length(),
                "Connection: close", "", target);
    }

    private static String tagOf(String answer) {
        return answer.lines().filter(line -> line.startsWith("ETag: ")).findFirst().orElseThrow().substring(6);
    }

    private static String bodyOf(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n"));
    }

    private static void awaitAll(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
