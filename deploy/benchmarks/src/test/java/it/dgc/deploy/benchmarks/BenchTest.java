package it.dgc.deploy.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@DisplayName("The benchmarks run, and judge what they measure as they say; how fast anything is, no test asks")
class BenchTest {

    @Test
    void measureBothSidesOfEachLineAndKeepTheTable(@TempDir Path results) throws Exception {
        List<Finding> findings = new Certificates().measure(Size.SHORT);
        assertThat(findings).hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(finding -> assertThat(finding.ours()).isPositive())
                .allSatisfy(finding -> assertThat(finding.theirs()).isPositive());
        assertThat(new CommandLine(new Bench()).execute("--short", "--results", results.toString())).isZero();
        try (var kept = Files.list(results)) {
            assertThat(Files.readString(kept.findFirst().orElseThrow())).contains("notification to QR PNG", "cores");
        }
    }

    @Test
    void saysWhetherAGoalIsMet() {
        Finding twice = Finding.atLeast(2, "work", "peer", 20, 10, "a second", "");
        assertThat(twice.isMet()).isTrue();
        assertThat(Finding.atLeast(2, "work", "peer", 19, 10, "a second", "").isMet()).isFalse();
        assertThat(Finding.atMost(6, "work", "peer", 6, 100, "bytes", "").isMet()).isTrue();
        assertThat(Finding.atMost(6, "work", "peer", 7, 100, "bytes", "").isMet()).isFalse();
        assertThat(Bench.table(List.of(twice), Instant.EPOCH))
                .contains("| work | peer | 20.00 a second | 10.00 | 2.00 |")
                .startsWith("1970-01-01T00:00:00Z, commit ");
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
