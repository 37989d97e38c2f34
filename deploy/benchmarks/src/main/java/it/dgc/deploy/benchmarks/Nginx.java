package it.dgc.deploy.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import it.dgc.deploy.backends.NginxProcess;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The machine's nginx in the two ways that are measured: with a file, as it serves it best, and as the platform's edge. */
final class Nginx {

    private static final String PLAIN = """
            pid /tmp/nginx.pid;
            worker_processes 2;
            events {}
            http {
                access_log off;
                sendfile on;
                tcp_nopush on;
                open_file_cache max=10;
                keepalive_requests 1000000;
                client_body_temp_path /tmp/body;
                proxy_temp_path /tmp/proxy;
                fastcgi_temp_path /tmp/fastcgi;
                uwsgi_temp_path /tmp/uwsgi;
                scgi_temp_path /tmp/scgi;
                server {
                    listen 8080;
                    root /tmp/files;
                }
            }
            """;
    /** As it stands in compose. */
    private static final String EDGE = "/edge/nginx.conf";
    private static final String REVOCATION = "revocation-service:8082";
    private static final String RATE = "rate=200r/s";
    private static final String NO_RATE = "rate=1000000r/s";

    private Nginx() {}

    /** @param file what is served, at the path of its name */
    static NginxProcess serving(byte[] content, String file) throws IOException {
        Path directory = Files.createTempDirectory("dgc-bench-nginx");
        Files.write(Files.createDirectory(directory.resolve("files")).resolve(file), content);
        return NginxProcess.start(directory, PLAIN);
    }

    /**
     * The compose rehearsal's own configuration, in front of one service; callers are not limited.
     *
     * @param revocation host and port
     */
    static NginxProcess edgeOf(String revocation) throws IOException {
        try (InputStream packed = Nginx.class.getResourceAsStream(EDGE)) {
            String configuration = new String(packed.readAllBytes(), UTF_8);
            if (!configuration.contains(REVOCATION) || !configuration.contains(RATE)) {
                throw new IllegalStateException("The edge's configuration is not what is replaced here");
            }
            return NginxProcess.start(Files.createTempDirectory("dgc-bench-edge"),
                    configuration.replace(REVOCATION, revocation).replace(RATE, NO_RATE));
        }
    }

    static URI address(NginxProcess nginx, String target) {
        return URI.create("http://127.0.0.1:" + nginx.port() + target);
    }
}
