package it.dgc.deploy.backends;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that prints {@code READY address}, in a JVM of its own with this JVM's class path, so that it can be killed. */
public final class ChildJvm implements AutoCloseable {

    private static final List<String> SMALL_AND_QUICK = List.of("-Xmx256m", "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private final Process process;
    private final String address;

    private ChildJvm(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Returns when the program is ready; what it prints to standard error goes to the given file. */
    public static ChildJvm start(Class<?> main, Path errors, String... arguments) {
        return start(main, errors, List.of(), arguments);
    }

    /**
     * As {@link #start(Class, Path, String...)}. Nobody reads what the program prints after it is ready: one that goes on would
     * wait for ever.
     *
     * @param options of the JVM
     */
    public static ChildJvm start(Class<?> main, Path errors, List<String> options, String... arguments) {
        try {
            List<String> command = new ArrayList<>(
                    command(System.getProperty("java.class.path"), main, options.toArray(String[]::new)));
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile())).start();
            return new ChildJvm(process, readyAddress(process, errors));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return address;
    }

    /** @return what the program has taken of the processors since its start, compilers and collector included */
    public Duration cpu() {
        return process.toHandle().info().totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("This system does not tell the CPU time of processes"));
    }

    /** SIGKILL; returns when the process is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM; returns when the process is gone. */
    public void terminate() {
        process.destroy();
        awaitEnd();
    }

    /** SIGSTOP: the process keeps its connections and does nothing, until {@link #resume()} or {@link #kill()}. */
    public void pause() {
        signal("STOP");
    }

    /** SIGCONT. */
    public void resume() {
        signal("CONT");
    }

    @Override
    public void close() {
        kill();
    }

    /** The command line of a small JVM. */
    static List<String> command(String classPath, Class<?> main, String... options) {
        Stream<String> java = Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Stream<String> program = Stream.of("-cp", classPath, main.getName());
        return Stream.of(java, SMALL_AND_QUICK.stream(), Stream.of(options), program).flatMap(part -> part).toList();
    }

    private static String readyAddress(Process process, Path errors) throws IOException {
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("READY ")) {
                return line.substring("READY ".length());
            }
        }
        throw new IllegalStateException("The program ended before it was ready; see " + errors);
    }

    private void signal(String name) {
        try {
            int exit = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
            if (exit != 0) {
                throw new IllegalStateException("Process " + process.pid() + " takes no signal " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Process " + process.pid() + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
