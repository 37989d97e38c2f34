package it.dgc.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import it.dgc.deploy.backends.TestBackends;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it is deployed, on a free port and a database of its own, and a client for it. */
public final class RunningPortal implements AutoCloseable {

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConfigurableApplicationContext context;

    private RunningPortal(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static RunningPortal start(String database, String... settings) {
        return start(PortalServiceApplication.builder(), database, settings);
    }

    /** @param portal the service, with what a test puts in the place of others */
    public static RunningPortal start(SpringApplicationBuilder portal, String database, String... settings) {
        String[] all = Stream.concat(
                Stream.of("--server.port=0", "--spring.mongodb.uri=" + TestBackends.mongo(database),
                        "--dgc.mode=DEVELOPMENT", "--dgc.secrets.directory=" + secrets()),
                Stream.concat(TestPeers.settings(), Stream.of(settings))).toArray(String[]::new);
        return new RunningPortal(portal.run(all));
    }

    private static Path secrets() {
        try {
            return Files.createTempDirectory("portal");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    public HttpResponse<String> get(String path) {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(address() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }
}
