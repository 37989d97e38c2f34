package it.dgc.common.fuzz;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import com.code_intelligence.jazzer.Jazzer;
import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One fuzz test, fuzzed in a JVM of its own: the fuzzer takes one test a JVM, and its agent stays out of all others.
 *
 * @param exitCode 0 where nothing was found
 * @param executions inputs tried
 * @param coverage edges reached in instrumented classes, counted by the fuzzer
 * @param log the end of what the fuzzer printed; names the files of the whole and of the input that it found
 */
public record FuzzRun(int exitCode, long executions, int coverage, String log) {

    /** Exit code of the fuzzer for an input that breaks an invariant. */
    static final int FINDING = 77;
    /** Thrice the largest seed corpus: a run of fewer has not fuzzed. A busy machine tried some thousands in half a minute. */
    private static final long MODEST = 300;
    private static final int CI_SECONDS = 12;
    private static final int FULL_SECONDS = 600;
    /** Beyond this one input hangs the reader. The first one also waits for every class to be instrumented. */
    private static final int SECONDS_AN_INPUT = 60;
    /** For the JVM to start and to end. */
    private static final int GRACE_SECONDS = 180;
    private static final int HEAP_MB = 512;
    private static final int PROCESS_MB = 1536;
    private static final int SHOWN_CHARACTERS = 8_000;
    private static final Pattern COVERAGE = Pattern.compile("(?m)^#\\d+\\s.*cov: (\\d+) ");
    private static final Pattern EXECUTIONS = Pattern.compile("(?m)^Done (\\d+) runs in ");

    /**
     * Fuzzes for 12 seconds, or for 10 minutes under {@code -Dsize=full}; begins with the test's seeds.
     *
     * @param test class with one fuzz test
     * @return what came of it
     */
    public static FuzzRun of(Class<?> test) {
        return run(test, "full".equals(System.getProperty("size")) ? FULL_SECONDS : CI_SECONDS, List.of());
    }

    /**
     * @param test class with one fuzz test
     * @param seconds how long at most
     * @param options of the fuzzer
     * @return what came of it; the calling test is skipped where the fuzzer has no library for the platform
     */
    static FuzzRun run(Class<?> test, int seconds, List<String> options) {
        assumeSupported();
        try {
            Path folder = folder(test, options);
            Path log = folder.resolve("log.txt");
            Process process = process(test, seconds, options, folder).redirectErrorStream(true)
                    .redirectOutput(log.toFile()).start();
            boolean ended = process.waitFor(seconds + GRACE_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly().waitFor();
            assertThat(ended).as("the fuzzer ends by itself; see %s", log).isTrue();
            return read(process.exitValue(), log);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while fuzzing", stopped);
        }
    }

    private static ProcessBuilder process(Class<?> test, int seconds, List<String> options, Path folder)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MB + "m", "-XX:-OmitStackTraceInFastThrow", "-XX:+EnableDynamicAgentLoading",
                "-Djdk.attach.allowAttachSelf=true", "--enable-native-access=ALL-UNNAMED", Jazzer.class.getName(),
                "--target_class=" + test.getName(), "-max_total_time=" + seconds, "-rss_limit_mb=" + PROCESS_MB,
                "-timeout=" + SECONDS_AN_INPUT, "-artifact_prefix=" + folder + File.separator));
        command.addAll(options);
        command.addAll(dictionary(test));
        command.add(Files.createDirectory(folder.resolve("corpus")).toString());
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder;
    }

    /** Beside the test, under its name with the ending {@code .dict}. */
    private static List<String> dictionary(Class<?> test) {
        URL dictionary = test.getResource(test.getSimpleName() + ".dict");
        return dictionary == null ? List.of() : List.of("-dict=" + Path.of(URI.create(dictionary.toString())));
    }

    private static Path folder(Class<?> test, List<String> options) throws IOException {
        Path all = Files.createDirectories(Path.of("target", "fuzz").toAbsolutePath());
        return Files.createTempDirectory(all, test.getSimpleName() + (options.isEmpty() ? "-" : "-control-"));
    }

    private static void assumeSupported() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String platform = (system.startsWith("mac") ? "macos" : system.split(" ")[0]) + '_'
                + (System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64");
        Assumptions.assumeTrue(Jazzer.class.getResource("driver/jazzer_driver_" + platform + '/') != null,
                () -> "not fuzzed: Jazzer has no library for " + platform);
    }

    private static FuzzRun read(int exitCode, Path file) throws IOException {
        String log = Files.readString(file);
        return new FuzzRun(exitCode, greatest(EXECUTIONS, log), (int) greatest(COVERAGE, log),
                file + " ends with\n" + log.substring(Math.max(0, log.length() - SHOWN_CHARACTERS)));
    }

    private static long greatest(Pattern number, String log) {
        return number.matcher(log).results().mapToLong(found -> Long.parseLong(found.group(1))).max().orElse(0);
    }

    /**
     * @param mostWithoutParser edges that a run reaches which is blind to the parser; this one must have seen more
     */
    public void foundNothing(int mostWithoutParser) {
        assertThat(exitCode).as("the fuzzer's exit code; it said %s", log).isZero();
        assertThat(executions).as("inputs tried; the fuzzer said %s", log).isGreaterThan(MODEST);
        assertThat(coverage).as("edges reached; the fuzzer said %s", log).isGreaterThan(mostWithoutParser);
    }
}
