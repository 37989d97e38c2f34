package it.dgc.deploy.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.springframework.util.FileSystemUtils;

/**
 * Starts the platform as a user does, on free ports, and ends it as soon as it is ready.
 *
 * @param launcher the script {@code dgc}
 * @param directory for data directories, each of which is gone after its start
 */
record PlatformStart(Path launcher, Path directory) {

    private static final String READY = "READY ";
    private static final List<String> PORTS = List.of("http", "kafka", "store", "generation", "rules", "revocation",
            "portal", "sistema-ts", "mail", "outbox");

    /**
     * What a start took, the launcher's own checks included.
     *
     * @param wall seconds
     * @param cpu seconds of all processors
     */
    record Time(double wall, double cpu) {

        private static Time of(long nanos, Duration cpu) {
            return new Time(seconds(Duration.ofNanos(nanos)), seconds(cpu));
        }

        private static double seconds(Duration duration) {
            return duration.toNanos() / (double) Duration.ofSeconds(1).toNanos();
        }
    }

    /** @param option of the virtual machine */
    Time run(String option) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory(directory, "data-");
        ProcessBuilder builder = new ProcessBuilder(command(data)).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DGC_JAVA_OPTS", option);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        long start = System.nanoTime();
        Process platform = builder.start();
        try {
            awaitReady(platform);
            return Time.of(System.nanoTime() - start, platform.info().totalCpuDuration().orElse(Duration.ZERO));
        } finally {
            platform.destroyForcibly().waitFor();
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private List<String> command(Path data) {
        List<String> command = new ArrayList<>(
                List.of(launcher.toString(), "up", "--data-dir", data.toString()));
        PORTS.forEach(part -> command.addAll(List.of("--" + part + "-port", "0")));
        return command;
    }

    private static void awaitReady(Process platform) throws IOException {
        BufferedReader output = platform.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                return;
            }
        }
        throw new IllegalStateException("The platform ended before it was ready");
    }
}
