package it.dgc.deploy.journeys;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A command of {@code ./dgc} in a process of its own, as an operator starts it. */
final class Dgc implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 180;
    private static final List<String> FREE_PORTS = List.of("http", "kafka", "store", "generation", "rules",
            "revocation",
            "sistema-ts", "mail", "outbox");
    private static final String END = "\u0000";

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> printed = new ArrayList<>();

    private Dgc(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::collect);
    }

    /** @param directory where it runs */
    static Dgc start(Path directory, String... arguments) throws IOException {
        return start(directory, Map.of(), arguments);
    }

    /** @param environment settings of the services, as an operator may give them */
    static Dgc start(Path directory, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx768m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Dstdout.encoding=UTF-8", "-Djava.awt.headless=true", "-cp",
                System.getProperty("java.class.path"), "it.dgc.deploy.local.cli.Dgc"));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command).directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        process.environment().putAll(environment);
        return new Dgc(process.start());
    }

    /** Starts the platform in {@code D} below the directory, every part on a free port; returns when all answer. */
    static Dgc up(Path directory, Map<String, String> environment) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("up", "--data-dir", "D"));
        FREE_PORTS.forEach(part -> arguments.addAll(List.of("--" + part + "-port", "0")));
        Dgc platform = start(directory, environment, arguments.toArray(String[]::new));
        platform.awaitLine(line -> line.startsWith("READY http://localhost:"));
        return platform;
    }

    /** Runs a command to its end. */
    static Result run(Path directory, String... arguments) throws IOException, InterruptedException {
        try (Dgc dgc = start(directory, arguments)) {
            return dgc.result();
        }
    }

    /** @return the first line from now on that fits */
    String awaitLine(Predicate<String> fits) throws InterruptedException {
        while (true) {
            String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (line == null || line.equals(END)) {
                throw new AssertionError("The command ended or fell silent; it printed " + printed);
            }
            if (fits.test(line)) {
                return line;
            }
        }
    }

    Result result() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("The command does not end; it printed " + printed);
        }
        String line = lines.take();
        while (!line.equals(END)) {
            line = lines.take();
        }
        return new Result(process.exitValue(), List.copyOf(printed));
    }

    /** SIGTERM; returns when the process has ended. */
    Result terminate() throws InterruptedException {
        process.destroy();
        return result();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void collect() {
        try (BufferedReader reader = process.inputReader(UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                printed.add(line);
                lines.add(line);
            }
        } catch (IOException e) {
            printed.add("(output lost: " + e.getMessage() + ")");
        } finally {
            lines.add(END);
        }
    }

    /**
     * @param exitCode of the process
     * @param lines what it printed on its standard output
     */
    record Result(int exitCode, List<String> lines) {

        String line(Predicate<String> fits) {
            return lines.stream().filter(fits).findFirst()
                    .orElseThrow(() -> new AssertionError("No such line in " + lines));
        }
    }
}
