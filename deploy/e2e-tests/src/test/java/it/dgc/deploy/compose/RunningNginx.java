package it.dgc.deploy.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The machine's nginx with a configuration of ours, on a free port of this machine. */
final class RunningNginx implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Process process;
    private final int port;

    private RunningNginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static boolean isInstalled() {
        return program().isPresent();
    }

    /** @return exit code of nginx's own check */
    static int check(Path directory, Path configuration) throws IOException {
        try {
            return command(directory, configuration, "-t").inheritIO().start().waitFor();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** @param configuration text of the configuration; its port and folders are replaced */
    static RunningNginx start(Path directory, String configuration) throws IOException {
        int port = freePort();
        Path file = Files.writeString(directory.resolve("nginx.conf"), configuration
                .replace("listen 8080;", "listen 127.0.0.1:" + port + ";").replace("/tmp/", directory + "/"));
        Process process = command(directory, file, "-g", "daemon off;").inheritIO().start();
        RunningNginx nginx = new RunningNginx(process, port);
        nginx.awaitConnection();
        return nginx;
    }

    /** @param request its lines without the last, empty one; the connection is closed after the answer */
    String ask(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String whole = request + "\r\nHost: edge.example\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(whole.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).join();
    }

    private void awaitConnection() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (!accepts()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
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

    private static Optional<Path> program() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + ":/usr/sbin:/usr/local/sbin";
        return Stream.of(path.split(":")).map(folder -> Path.of(folder, "nginx")).filter(Files::isExecutable)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
