package it.dgc.deploy.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The platform under a plan of faults. The seed is printed; {@code -Dchaos.seed=} runs the same plan again, {@code -Dsize=full} more
 * of everything.
 */
@DisplayName("Whatever breaks, in whatever order")
class ChaosTest {

    private static final Path LOGS = Path.of("target", "chaos");
    private static final Path REPORT = Path.of("target", "chaos.txt");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path data;

    @Test
    @DisplayName("no notification is lost, none gives two certificates, and every certificate is true")
    void losesNothingDoublesNothingAndFalsifiesNothing() throws Exception {
        long seed = seed();
        System.out.println("Chaos with seed " + seed + ", again with -Dchaos.seed=" + seed);
        ChaosReport report = ChaosRun.run(seed, ChaosSize.given(), data, LOGS);
        System.out.println(report.table());
        Files.writeString(REPORT, report.table() + System.lineSeparator());

        assertThat(report.verdict().findings()).isEmpty();
        assertThat(report.traces().findings()).isEmpty();
        assertThat(report.traces().told()).isPositive();
        assertThat(report.verdict().certificates()).isPositive();
        assertThat(report.verdict().lag()).isZero();
    }

    private static long seed() {
        return Optional.ofNullable(System.getProperty("chaos.seed")).map(Long::parseLong)
                .orElseGet(() -> ThreadLocalRandom.current().nextLong(1_000_000));
    }
}
