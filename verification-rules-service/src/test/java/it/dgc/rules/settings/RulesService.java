package it.dgc.rules.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import it.dgc.common.spring.access.TestAuthority;
import it.dgc.common.spring.access.TestIdentity;
import it.dgc.rules.RunningService;
import it.dgc.rules.settings.served.PublishedRules;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One instance of the service on a real port, with operators who have certificates, and a clock for all. */
final class RulesService implements AutoCloseable {

    static final String SETTINGS = "/v1/dgc/settings";
    static final String OPERATIONS = "/v1/operations/rules";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BUNDLE = "--spring.ssl.bundle.pem.institutions.";
    private static final TestAuthority AUTHORITY = TestAuthority.create();
    private static final TestIdentity SERVER = AUTHORITY.server();
    private static final Map<String, HttpClient> OPERATORS = Stream.of("ada", "bruno", "carla")
            .collect(Collectors.toMap(name -> name,
                    name -> AUTHORITY.client("CN=any", TestAuthority.dns(name)).client(AUTHORITY)));

    private final RunningService running;

    private RulesService(RunningService running) {
        this.running = running;
    }

    static RulesService start(Clock clock, String store, String database, Path directory) {
        return new RulesService(RunningService.start(RunningService.application().initializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean("testClock", Clock.class, () -> clock);
        }), "--spring.kafka.listener.auto-startup=false", "--dgc.rules.refresh-every=1h", "--dgc.rules.retry-after=90s",
                "--spring.mongodb.uri=" + store, "--spring.mongodb.database=" + database,
                "--dgc.rules.directory=" + directory,
                "--management.endpoint.health.group.readiness.include=readinessState,signers,rules",
                "--dgc.access.institutional-port=0",
                "--dgc.access.callers.operator=" + String.join(",", OPERATORS.keySet()),
                BUNDLE + "keystore.certificate=" + SERVER.certificate(),
                BUNDLE + "keystore.private-key=" + SERVER.key(),
                BUNDLE + "truststore.certificate=" + AUTHORITY.certificate()));
    }

    RunningService http() {
        return running;
    }

    /** What the schedule does at intervals. */
    void refresh() {
        running.bean(PublishedRules.class).refresh();
    }

    HttpResponse<String> settings(String... headers) {
        return running.get(SETTINGS, headers);
    }

    String value(RuleName rule) {
        for (JsonNode node : JSON.readTree(settings().body())) {
            if (node.get("name").stringValue().equals(rule.name())
                    && node.get("type").stringValue().equals(rule.type())) {
                return node.get("value").stringValue();
            }
        }
        return "(absent)";
    }

    HttpResponse<String> propose(RuleSet rules, Instant effective, String operator) {
        return propose("{\"rules\":%s,\"effective\":\"%s\"}".formatted(
                new String(rules.json(), StandardCharsets.UTF_8), effective), operator);
    }

    HttpResponse<String> propose(String json, String operator) {
        return post("", json, operator);
    }

    HttpResponse<String> approve(int version, String operator) {
        return post("/" + version + "/approval", "", operator);
    }

    HttpResponse<String> rollBack(String operator) {
        return post("/rollback", "", operator);
    }

    HttpResponse<String> operations(String path, String operator) {
        return send(request(path), operator);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        running.close();
    }

    HttpResponse<String> post(String path, String json, String operator) {
        return send(request(path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)), operator);
    }

    HttpResponse<String> postPlainText(String operator) {
        return send(request("").header("Content-Type", "text/plain").POST(HttpRequest.BodyPublishers.noBody()),
                operator);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("https://127.0.0.1:" + running.institutionalPort() + OPERATIONS + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String operator) {
        try {
            return OPERATORS.get(operator).send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
