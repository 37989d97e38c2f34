package it.dgc.deploy.backends;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The machine's nginx with a configuration of ours, on a free port of this machine: for tests and measurements of the edge. */
public final class NginxProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Started by root, its workers would be nobody, who may not enter a temporary folder; started by others it passes over this. */
    private static final String GLOBALLY = "daemon off; user root;";

    private final Process process;
    private final int port;

    private NginxProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @return where it is installed, if it is */
    public static Optional<Path> program() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + ":/usr/sbin:/usr/local/sbin";
        return Stream.of(path.split(":")).map(folder -> Path.of(folder, "nginx")).filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * @param directory for what it writes
     * @param configuration a file as it stands
     * @return exit code of nginx's own check
     */
    public static int check(Path directory, Path configuration) throws IOException {
        try {
            return command(directory, configuration, "-t").inheritIO().start().waitFor();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /**
     * Returns when it accepts connections.
     *
     * @param directory for what it writes
     * @param configuration a text with {@code listen 8080;} and folders below {@code /tmp/}, which are replaced
     * @throws IOException if it does not start
     */
    public static NginxProcess start(Path directory, String configuration) throws IOException {
        int port = freePort();
        Path file = Files.writeString(directory.resolve("nginx.conf"), configuration
                .replace("listen 8080;", "listen 127.0.0.1:" + port + ";").replace("/tmp/", directory + "/"));
        NginxProcess nginx = new NginxProcess(command(directory, file, "-g", GLOBALLY).inheritIO().start(), port);
        nginx.awaitConnection();
        return nginx;
    }

    /** @return where it listens */
    public int port() {
        return port;
    }

    /** @return what all its processes have taken of the processors: workers and those that look after what is kept */
    public Duration cpu() {
        return Stream.concat(Stream.of(process.toHandle()), process.children())
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO)).reduce(Duration.ZERO, Duration::plus);
    }

    /** Returns when it is gone. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    private void awaitConnection() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!accepts()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroy();
                throw new IOException("nginx did not start");
            }
            Thread.onSpinWait();
        }
    }

    private boolean accepts() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static ProcessBuilder command(Path directory, Path configuration, String... options) {
        Stream<String> start = Stream.of(program().orElseThrow().toString(), "-p", directory.toString(), "-e", "stderr",
                "-c", configuration.toString());
        return new ProcessBuilder(Stream.concat(start, Stream.of(options)).toList());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
