package it.dgc.deploy.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's nginx with a folder of files, as it serves them best. */
final class Nginx implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CONFIGURATION = """
            user root; # of no meaning where another starts it; then it reads with his rights
            pid nginx.pid;
            worker_processes 2;
            events {}
            http {
                access_log off;
                sendfile on;
                tcp_nopush on;
                open_file_cache max=10;
                keepalive_requests 1000000;
                client_body_temp_path body;
                proxy_temp_path proxy;
                fastcgi_temp_path fastcgi;
                uwsgi_temp_path uwsgi;
                scgi_temp_path scgi;
                server {
                    listen 127.0.0.1:%d;
                    root files;
                }
            }
            """;

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Optional<Path> program() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + ":/usr/sbin:/usr/local/sbin";
        return Stream.of(path.split(":")).map(folder -> Path.of(folder, "nginx")).filter(Files::isExecutable)
                .findFirst();
    }

    /** @param file what is served, at the path of its name */
    static Nginx serving(Path program, byte[] content, String file) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("dgc-bench-nginx");
        Files.write(Files.createDirectory(directory.resolve("files")).resolve(file), content);
        int port = freePort();
        Path configuration = Files.writeString(directory.resolve("nginx.conf"), CONFIGURATION.formatted(port));
        Process process = new ProcessBuilder(program.toString(), "-p", directory.toString(), "-e", "stderr", "-c",
                configuration.toString(), "-g", "daemon off;").redirectErrorStream(true)
                .redirectOutput(directory.resolve("nginx.log").toFile()).start();
        Nginx nginx = new Nginx(process, port);
        nginx.awaitConnection();
        return nginx;
    }

    URI address(String file) {
        return URI.create("http://127.0.0.1:" + port + "/" + file);
    }

    /** @return CPU time of all its workers */
    Duration cpu() {
        return process.children().map(worker -> worker.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private void awaitConnection() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!accepts()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("nginx did not start");
            }
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    private boolean accepts() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
