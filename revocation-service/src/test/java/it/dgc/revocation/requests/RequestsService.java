package it.dgc.revocation.requests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import it.dgc.revocation.RunningService;
import it.dgc.revocation.ServiceOnFakes;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The whole service, and its callers, whose names a filter takes from a header in place of a client certificate. */
final class RequestsService implements AutoCloseable {

    static final String PATH = "/v1/revocations";
    static final String CALLER = "X-Test-Caller";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RunningService running;

    private RequestsService(RunningService running) {
        this.running = running;
    }

    static RequestsService start(String kafka, String mongo, String database, String... more) {
        List<String> settings = new ArrayList<>(List.of("--spring.kafka.bootstrap-servers=" + kafka,
                "--spring.mongodb.uri=" + mongo, "--spring.mongodb.database=" + database,
                "--spring.kafka.consumer.group-id=requests-" + UUID.randomUUID(), "--dgc.drl.retry-first=20ms",
                "--dgc.drl.retry-longest=50ms", "--dgc.drl.publish-every=1s", "--dgc.drl.refresh-every=100ms",
                "--dgc.drl.lease-for=3s", "--dgc.drl.directory=" + ServiceOnFakes.temporary()));
        for (String setting : more) {
            settings.removeIf(before -> before.startsWith(setting.substring(0, setting.indexOf('=') + 1)));
            settings.add(setting);
        }
        return new RequestsService(RunningService.start(RunningService.application().initializers(
                context -> ((GenericApplicationContext) context).registerBean("testCallers", Filter.class,
                        () -> callers())),
                settings.toArray(String[]::new)));
    }

    private static Filter callers() {
        return (request, response, chain) -> chain.doFilter(
                new HttpServletRequestWrapper((HttpServletRequest) request) {
                    @Override
                    public Principal getUserPrincipal() {
                        String name = getHeader(CALLER);
                        return name == null ? null : () -> name;
                    }
                }, response);
    }

    RunningService running() {
        return running;
    }

    /** @return the answer to a request of Sistema TS's */
    HttpResponse<String> post(String key, String body) {
        return send("POST", PATH, body.getBytes(UTF_8), CALLER, "sistema-ts",
                IdempotencyKey.HEADER, key, "Content-Type", "application/json");
    }

    HttpResponse<String> get(String path, String caller) {
        return send("GET", path, new byte[0], CALLER, caller);
    }

    /** @return the status of an accepted request, by its {@code Location} */
    JsonNode status(HttpResponse<String> accepted) {
        return json(get(accepted.headers().firstValue("Location").orElseThrow(), "sistema-ts"));
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    HttpResponse<String> send(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + running.port() + path))
                .method(method, body.length == 0 && !method.equals("POST")
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
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
        running.close();
    }
}
