package it.dgc.rules.settings;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import it.dgc.deploy.backends.EmbeddedStore;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static it.dgc.rules.settings.RulesService.json;
import static org.assertj.core.api.Assertions.assertThat;

/** From the operators through the store to the verifiers, over HTTP, on a store that speaks MongoDB's protocol. */
class RulesJourneyTest {

    private static final Instant START = Instant.parse("2026-10-24T21:30:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final MutableClock clock = new MutableClock(START);
    private final String database = "rules-" + UUID.randomUUID();
    @TempDir
    private Path folder;
    private EmbeddedStore store;
    private String address;
    private MongoClient client;
    private RulesService service;

    @BeforeEach
    void start() {
        store = EmbeddedStore.start(folder.resolve("store"), 0);
        address = store.connectionString();
        client = MongoClients.create(address);
        service = instance("one");
    }

    @AfterEach
    void stop() {
        service.close();
        client.close();
        store.close();
    }

    @Test
    @DisplayName("exemption_start_day 15 is proposed, approved by another, effective at its time, and rolled back")
    void publishesAndRollsBack() {
        assertThat(service.value(RuleName.EXEMPTION_START_DAY)).isEqualTo("0");
        String firstTag = tag(service.settings());

        HttpResponse<String> proposed = service.propose(RuleSets.beginningOn("15"), START.plus(HOUR), "ada");
        assertThat(proposed.statusCode()).isEqualTo(201);
        assertThat(header(proposed, "location")).isEqualTo("/v1/operations/rules/2");
        assertThat(json(proposed).get("version").intValue()).isEqualTo(2);
        assertThat(json(proposed).get("state").stringValue()).isEqualTo("PROPOSED");

        HttpResponse<String> byHerself = service.approve(2, "ada");
        assertThat(byHerself.statusCode()).isEqualTo(409);
        assertThat(reasons(byHerself)).containsExactly("SAME_PERSON");

        assertThat(json(service.approve(2, "bruno")).get("state").stringValue()).isEqualTo("SCHEDULED");
        assertThat(tag(service.settings())).isEqualTo(firstTag);

        clock.advance(HOUR);
        assertThat(service.value(RuleName.EXEMPTION_START_DAY)).isEqualTo("15");
        assertThat(tag(service.settings())).isEqualTo('"' + json(proposed).get("contentHash").stringValue() + '"');
        assertThat(service.settings("If-None-Match", firstTag).statusCode()).isEqualTo(200);

        HttpResponse<String> back = service.rollBack("carla");
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(json(back).get("version").intValue()).isEqualTo(1);
        assertThat(service.value(RuleName.EXEMPTION_START_DAY)).isEqualTo("0");
        assertThat(tag(service.settings())).isEqualTo(firstTag);
        assertThat(states()).containsExactly("2 ROLLED_BACK ada bruno", "1 ACTIVE");
    }

    @Test
    @DisplayName("two instances agree, also on what one of them never decided")
    void agreesWithAnotherInstance() {
        try (RulesService other = instance("two")) {
            service.propose(RuleSets.beginningOn("15"), START.plus(HOUR), "ada");
            other.approve(2, "bruno");
            service.refresh();
            clock.advance(HOUR);
            assertThat(service.settings().body()).isEqualTo(other.settings().body()).contains("\"15\"");
            assertThat(tag(service.settings())).isEqualTo(tag(other.settings()));
            other.rollBack("carla");
            service.refresh();
            assertThat(tag(service.settings())).isEqualTo(tag(other.settings()));
            assertThat(service.value(RuleName.EXEMPTION_START_DAY)).isEqualTo("0");
        }
    }

    @Test
    @DisplayName("the activation time passes while every instance is down, and the store too")
    void comesIntoForceWhileDown() {
        publish(RuleSets.beginningOn("15"), START.plus(HOUR));
        service.close();
        clock.advance(HOUR.multipliedBy(3));
        service = instance("one");
        assertThat(service.value(RuleName.EXEMPTION_START_DAY)).isEqualTo("15");
        publish(RuleSets.beginningOn("20"), clock.instant().plus(HOUR));
        service.close();
        store.close();
        clock.advance(HOUR);
        service = instance("one");
        assertThat(service.value(RuleName.EXEMPTION_START_DAY)).isEqualTo("20");
    }

    @Test
    @DisplayName("P15: the store goes, the service restarts without it, the store comes back")
    void servesWithoutTheStore() {
        publish(RuleSets.beginningOn("15"), START);
        String tag = tag(service.settings());
        store.close();
        service.refresh();
        assertThat(tag(service.settings())).isEqualTo(tag);
        assertThat(service.http().get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"LAST_GOOD\"}");
        HttpResponse<String> refused = service.propose(RuleSets.beginningOn("20"), START, "ada");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(header(refused, "retry-after")).isEqualTo("90");

        service.close();
        clock.advance(HOUR);
        service = instance("one");
        assertThat(service.settings().statusCode()).isEqualTo(200);
        assertThat(tag(service.settings())).isEqualTo(tag);
        assertThat(header(service.settings(), "age")).isEqualTo("3600");

        store = EmbeddedStore.start(folder.resolve("store"), Integer.parseInt(address.replaceAll(".*:", "")));
        service.refresh();
        assertThat(header(service.settings(), "age")).isEqualTo("(absent)");
        assertThat(service.value(RuleName.EXEMPTION_START_DAY)).isEqualTo("15");
    }

    @Test
    @DisplayName("neither store nor copy: 503 with Retry-After, never an empty list")
    void asksToComeBackWhereNothingIsKnown() {
        store.close();
        try (RulesService stranger = instance("never seen before")) {
            HttpResponse<String> answer = stranger.settings();
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(header(answer, "retry-after")).isEqualTo("90");
            assertThat(answer.body())
                    .isEqualTo("{\"code\":\"0x500\",\"problem\":\"No rules can be served at the moment\"}");
            assertThat(stranger.http().get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        }
    }

    @Test
    @DisplayName("missing rule, empty set, wrong type in the store: the last good set goes on, and somebody is told")
    void survivesABrokenSet() {
        publish(RuleSets.beginningOn("15"), START);
        String tag = tag(service.settings());
        Document good = stored().find(Filters.eq("_id", 2)).first();
        for (Bson harm : List.of(Updates.set("rules", List.of()), Updates.unset("rules"),
                Updates.set("rules.83.value", 15), Updates.set("rules", good.getList("rules", Document.class)
                        .subList(0, 50)),
                Updates.set("author", 7))) {
            stored().updateOne(Filters.eq("_id", 2), harm);
            service.refresh();
            assertThat(tag(service.settings())).isEqualTo(tag);
            assertThat(service.http().get("/actuator/health/readiness").body())
                    .isEqualTo("{\"status\":\"LAST_GOOD\"}");
            stored().replaceOne(Filters.eq("_id", 2), good);
        }
        stored().deleteOne(Filters.eq("_id", 2));
        service.refresh();
        assertThat(service.http().get("/actuator/prometheus").body())
                .contains("dgc_rules_settings_trouble{kind=\"SET_BROKEN\"} 1.0", "dgc_rules_settings_version 2.0");
        service.close();
        service = instance("one");
        assertThat(tag(service.settings())).isEqualTo(tag);
        stored().insertOne(good);
        service.refresh();
        assertThat(service.http().get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    private void publish(RuleSet rules, Instant effective) {
        int version = json(service.propose(rules, effective, "ada")).get("version").intValue();
        assertThat(service.approve(version, "bruno").statusCode()).isEqualTo(200);
    }

    private List<String> states() {
        return json(service.operations("", "ada")).valueStream().map(version -> version.get("version").intValue() + " "
                + version.get("state").stringValue()
                + (version.get("version").intValue() == 1
                        ? ""
                        : " " + version.get("author").stringValue() + " " + version.get("approver").stringValue()))
                .toList();
    }

    private MongoCollection<Document> stored() {
        return client.getDatabase(database).getCollection("rule-sets");
    }

    private RulesService instance(String name) {
        return RulesService.start(clock, address, database, folder.resolve(name));
    }

    private static List<String> reasons(HttpResponse<String> answer) {
        return json(answer).get("reasons").valueStream().map(reason -> reason.get("code")).map(JsonNode::stringValue)
                .toList();
    }

    private static String tag(HttpResponse<String> answer) {
        return header(answer, "etag");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("(absent)");
    }
}
