package it.dgc.deploy.benchmarks;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.DoubleStream;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

@DisplayName("The benchmarks run, and judge what they measure as they say; how fast anything is, no test asks")
class BenchTest {

    @Test
    void measureBothSidesOfEachLineAndKeepTheTable(@TempDir Path results) throws Exception {
        assertThat(new CommandLine(new Bench()).execute("--short", "--results", results.toString())).isZero();
        try (var kept = Files.list(results)) {
            assertThat(Files.readString(kept.findFirst().orElseThrow()))
                    .contains("notification to text", "notification to QR PNG", "cores", "list of 10,000: heap")
                    .doesNotContain("NaN");
        }
    }

    @Test
    void saysWhetherAGoalIsMet() {
        Finding twice = Finding.atLeast(2, "work", "peer", 20, 10, "a second", "");
        assertThat(twice.isMet()).isTrue();
        assertThat(Finding.atLeast(2, "work", "peer", 19, 10, "a second", "").isMet()).isFalse();
        assertThat(Finding.atMost(6, "work", "peer", 6, 100, "bytes", "").isMet()).isTrue();
        assertThat(Finding.atMost(6, "work", "peer", 7, 100, "bytes", "").isMet()).isFalse();
        assertThat(Finding.ratioAtMost(0.6, "work", "peer", 6, 10, "s", "").isMet()).isTrue();
        assertThat(Finding.ratioAtMost(0.6, "work", "peer", 7, 10, "s", "").isMet()).isFalse();
        assertThat(Bench.table(List.of(twice), Instant.EPOCH, "abc"))
                .contains("| work | peer | 20.00 a second | 10.00 | 2.00 |")
                .startsWith("1970-01-01T00:00:00Z, commit abc, ");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(Finding.missing("work", "peer, which is not installed here").row())
                .contains("| peer, which is not installed here |", "| not measured |");
        assertThat(Finding.ownAtLeast(2, "work", "-", 1, Double.NaN, "a second", "").row()).contains("| **not met** |");
    }

    @Test
    void countsAnswersThatAreAsExpectedAndStopsAtOthers() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AtomicLong asked = new AtomicLong();
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] body = new byte[100_000];
            boolean isKnown = "\"tag\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.sendResponseHeaders(isKnown ? 304 : 200, isKnown ? -1 : body.length);
            try (exchange; OutputStream out = exchange.getResponseBody()) {
                if (!isKnown) {
                    out.write(body);
                }
            }
        });
        server.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/chunk");
            long answers = new HttpLoad(address, 200).run(Duration.ofMillis(200));
            assertThat(answers).isPositive().isEqualTo(asked.get());
            assertThat(new HttpLoad(address, 304, "If-None-Match: \"tag\"").run(Duration.ofMillis(50))).isPositive();
            assertThatIOException().isThrownBy(() -> new HttpLoad(address, 404).run(Duration.ofMillis(50)));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void readsWhatOpenSslSays() {
        assertThat(OpenSsl.rate("""
                                              sign    verify    sign/s verify/s
                 256 bits ecdsa (nistp256)   0.0000s   0.0001s  40600.0  13200.0
                """)).contains(40_600.0);
        assertThat(OpenSsl.rate("unknown")).isEmpty();
    }

    @Test
    @DisplayName("P19: a kind that is slower by a little is found among many, and equal ones are not")
    void comparesTimesInPairs() {
        List<Double> base = DoubleStream.iterate(600, time -> time + 0.01).limit(60).boxed().toList();
        List<Double> same = base.stream().map(time -> time + (time.hashCode() % 2 == 0 ? 0.001 : -0.001)).toList();
        List<Double> slow = base.stream().map(time -> time + 5).toList();
        List<PairedTimes.Pair> pairs = PairedTimes.compare(Map.of("base", base, "same", same, "slow", slow));
        assertThat(pairs).hasSize(3);
        assertThat(pairs.getFirst().distance()).isCloseTo(5, within(0.01));
        assertThat(pairs.getFirst().p()).isLessThan(0.001);
        assertThat(pairs.getLast().distance()).isLessThan(0.01);
    }
}
