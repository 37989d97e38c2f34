package it.dgc.rules.settings;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import it.dgc.rules.RunningService;
import it.dgc.rules.settings.served.PublishedRules;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One instance of the service on a real port, with operators whose names a header gives, and a clock for all. */
final class RulesService implements AutoCloseable {

    static final String SETTINGS = "/v1/dgc/settings";
    static final String OPERATIONS = "/v1/operations/rules";

    private static final String OPERATOR = "X-Test-Operator";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunningService running;

    private RulesService(RunningService running) {
        this.running = running;
    }

    static RulesService start(Clock clock, String store, String database, Path directory) {
        return new RulesService(RunningService.start(RunningService.application().initializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean("testClock", Clock.class, () -> clock);
            beans.registerBean("testOperators", Filter.class, RulesService::operators);
        }), "--spring.kafka.listener.auto-startup=false", "--dgc.rules.refresh-every=1h", "--dgc.rules.retry-after=90s",
                "--spring.mongodb.uri=" + store, "--spring.mongodb.database=" + database,
                "--dgc.rules.directory=" + directory,
                "--management.endpoint.health.group.readiness.include=readinessState,signers,rules"));
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
        return running.post(OPERATIONS, json, OPERATOR, operator);
    }

    HttpResponse<String> approve(int version, String operator) {
        return running.post(OPERATIONS + "/" + version + "/approval", "", OPERATOR, operator);
    }

    HttpResponse<String> rollBack(String operator) {
        return running.post(OPERATIONS + "/rollback", "", OPERATOR, operator);
    }

    HttpResponse<String> operations(String path, String operator) {
        return running.get(OPERATIONS + path, OPERATOR, operator);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        running.close();
    }

    /** Stands in for the client certificates, which another room reads. */
    private static Filter operators() {
        return (request, response, chain) -> {
            HttpServletRequest asked = (HttpServletRequest) request;
            String name = asked.getHeader(OPERATOR);
            chain.doFilter(new HttpServletRequestWrapper(asked) {
                @Override
                public Principal getUserPrincipal() {
                    return name == null ? null : () -> name;
                }
            }, response);
        };
    }
}
