package it.dgc.revocation.requests;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import it.dgc.common.spring.access.TestAuthority;
import it.dgc.common.spring.access.TestIdentity;
import it.dgc.revocation.RunningService;
import it.dgc.revocation.ServiceOnFakes;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The whole service, and its callers, each with a client certificate. */
final class RequestsService implements AutoCloseable {

    static final String PATH = "/v1/revocations";
    static final String CALLER = "sistema-ts";
    static final String OTHER_CALLER = "sistema-ts-2";
    private static final String BUNDLE = "--spring.ssl.bundle.pem.institutions.";

    private final HttpClient anybody = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, HttpClient> callers;
    private final RunningService running;

    private RequestsService(RunningService running, TestAuthority authority) {
        this.running = running;
        this.callers = Stream.of(CALLER, OTHER_CALLER).collect(Collectors.toMap(name -> name,
                name -> authority.client("CN=any", TestAuthority.dns(name)).client(authority)));
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
        TestAuthority authority = TestAuthority.create();
        TestIdentity server = authority.server();
        settings.addAll(List.of("--dgc.access.institutional-port=0",
                "--dgc.access.callers.sistema-ts=" + CALLER + ',' + OTHER_CALLER,
                BUNDLE + "keystore.certificate=" + server.certificate(),
                BUNDLE + "keystore.private-key=" + server.key(),
                BUNDLE + "truststore.certificate=" + authority.certificate()));
        return new RequestsService(
                RunningService.start(RunningService.application().initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean("senderClock", Clock.class, RequestsService::afterTheBodies);
                }), settings.toArray(String[]::new)), authority);
    }

    /** Runs as every clock does, and begins at the instant at which the {@link Bodies} were requested. */
    private static Clock afterTheBodies() {
        return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Bodies.REQUESTED_AT));
    }

    RunningService running() {
        return running;
    }

    /** @return the answer to a request of Sistema TS's */
    HttpResponse<String> post(String key, String body) {
        return send("POST", PATH, body.getBytes(UTF_8), IdempotencyKey.HEADER, key, "Content-Type",
                "application/json");
    }

    HttpResponse<String> get(String path, String caller) {
        return send(callers.get(caller), institutional(path), "GET", HttpRequest.BodyPublishers.noBody());
    }

    /** @return the answer on the plain port, to somebody without a certificate */
    HttpResponse<String> anybody(String method, String path, byte[] body, String... headers) {
        return send(anybody, URI.create("http://127.0.0.1:" + running.port() + path), method,
                HttpRequest.BodyPublishers.ofByteArray(body), headers);
    }

    /** @return the answer to a body of unannounced length */
    HttpResponse<String> postChunked(byte[] body, String... headers) {
        return send(callers.get(CALLER), institutional(PATH), "POST",
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)), headers);
    }

    /** @return the status of an accepted request, by its {@code Location} */
    JsonNode status(HttpResponse<String> accepted) {
        return json(get(accepted.headers().firstValue("Location").orElseThrow(), CALLER));
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    HttpResponse<String> send(String method, String path, byte[] body, String... headers) {
        return send(callers.get(CALLER), institutional(path), method, body.length == 0 && !method.equals("POST")
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(body), headers);
    }

    private URI institutional(String path) {
        return URI.create("https://127.0.0.1:" + running.institutionalPort() + path);
    }

    private static HttpResponse<String> send(HttpClient caller, URI uri, String method,
            HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, body);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return caller.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        anybody.close();
        callers.values().forEach(HttpClient::close);
        running.close();
    }
}
