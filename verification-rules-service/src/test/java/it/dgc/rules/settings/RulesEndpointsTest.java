package it.dgc.rules.settings;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

import it.dgc.deploy.backends.TestBackends;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static it.dgc.rules.settings.RulesService.OPERATIONS;
import static it.dgc.rules.settings.RulesService.SETTINGS;
import static it.dgc.rules.settings.RulesService.json;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Allegato B, chapters 3 and 4: verifiers read the rules, operators change them")
class RulesEndpointsTest {

    private static final Instant NOW = Instant.parse("2026-10-24T21:30:00Z");
    private static final Instant LATER = NOW.plusSeconds(3600);

    @TempDir
    private static Path folder;
    private static RulesService service;

    @BeforeAll
    static void start() {
        service = RulesService.start(new MutableClock(NOW), TestBackends.mongo(), "rules-" + UUID.randomUUID(), folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Nested
    class Verifiers {

        @Test
        void getAJsonArrayOfStringsAsTheMinistrySendsIt() {
            HttpResponse<String> answer = service.settings();
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "content-type")).isEqualTo("application/json");
            assertThat(json(answer).size()).isEqualTo(87);
            assertThat(json(answer).valueStream()).allSatisfy(rule -> {
                assertThat(rule.propertyNames()).containsExactly("name", "type", "value");
                assertThat(rule.valueStream()).allMatch(JsonNode::isString);
            });
        }

        @Test
        @DisplayName("every answer has a strong ETag; whoever holds it gets 304")
        void areNotSentAgainWhatTheyHold() {
            String tag = header(service.settings(), "etag");
            assertThat(tag).matches("\"[0-9a-f]{64}\"");
            assertThat(header(service.settings(), "cache-control")).isEqualTo("no-cache");
            HttpResponse<String> again = service.settings("If-None-Match", tag);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(header(again, "etag")).isEqualTo(tag);
            assertThat(service.settings("If-None-Match", "\"junk\", " + tag).statusCode()).isEqualTo(304);
            assertThat(service.settings("If-None-Match", "\"junk\"").statusCode()).isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"?version=1", "?a=b&a=%00", "?<script>"})
        void areNotAskedForParameters(String query) {
            String answer = service.http().raw("GET " + SETTINGS + query.replace("<", "%3C").replace(">", "%3E")
                    + " HTTP/1.1", "Host: get.dgc.gov.it");
            assertThat(answer).startsWith("HTTP/1.1 200");
        }

        @ParameterizedTest
        @ValueSource(strings = {"*/*", "text/html", "application/json, text/plain, */*", "text/plain"})
        void areNotAskedWhatTheyAccept(String accept) {
            assertThat(service.settings("Accept", accept).statusCode()).isEqualTo(200);
        }

        @Test
        void mayAskByTheAbsoluteForm() {
            assertThat(service.http().raw("GET http://get.dgc.gov.it" + SETTINGS + " HTTP/1.1",
                    "Host: get.dgc.gov.it")).startsWith("HTTP/1.1 200");
        }
    }

    @Nested
    class Operators {

        @Test
        @DisplayName("D03: any unauthenticated write is refused")
        void haveAName() {
            assertThat(service.http().post(OPERATIONS, "{}").statusCode()).isEqualTo(401);
            assertThat(service.http().post(OPERATIONS + "/1/approval", "").statusCode()).isEqualTo(401);
            assertThat(service.http().post(OPERATIONS + "/rollback", "").statusCode()).isEqualTo(401);
            assertThat(service.http().get(OPERATIONS).statusCode()).isEqualTo(401);
            assertThat(service.http().get(OPERATIONS + "/1").statusCode()).isEqualTo(401);
        }

        @Test
        @DisplayName("D03: MAX_RETRY=`x` is refused with its reason and without its value")
        void areToldWhatIsWrong() {
            String before = service.settings().body();
            HttpResponse<String> answer = service.propose(
                    RuleSets.with(RuleSets.firstWithout("GENERICO", "DRL_SYNC_ACTIVE"), "GENERICO", "MAX_RETRY",
                            "canary"),
                    LATER, "ada");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(header(answer, "content-type")).isEqualTo("application/problem+json");
            assertThat(json(answer).get("type").stringValue()).isEqualTo("urn:pn-dgc:problem:invalid-request");
            assertThat(json(answer).get("reasons").toString()).isEqualTo(
                    "[{\"code\":\"NOT_A_COUNT\",\"type\":\"GENERICO\",\"name\":\"MAX_RETRY\"},"
                            + "{\"code\":\"MISSING\",\"type\":\"GENERICO\",\"name\":\"DRL_SYNC_ACTIVE\"}]");
            assertThat(answer.body()).doesNotContain("canary");
            assertThat(service.settings().body()).isEqualTo(before);
        }

        @Test
        void areToldWhichNamesTheyDropped() {
            HttpResponse<String> answer = service.propose(RuleSets.firstWithout("IT", "valid_faq_text"), LATER, "ada");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).get("reasons").toString())
                    .isEqualTo("[{\"code\":\"DROPPED\",\"type\":\"IT\",\"name\":\"valid_faq_text\"}]");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "null", "[]", "{}", "{\"rules\":\"<script>\",\"effective\":\"x\"}"})
        void areToldWhatCannotBeRead(String body) {
            HttpResponse<String> answer = service.propose(body, "ada");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).get("reasons").size()).isEqualTo(1);
            assertThat(answer.body()).doesNotContain("script");
        }

        @Test
        void sendNoMoreThanARuleSetHolds() {
            assertThat(service.propose(" ".repeat(2_000_001), "ada").statusCode()).isEqualTo(413);
        }

        @Test
        void sendJson() {
            assertThat(service.postPlainText("ada").statusCode()).isEqualTo(415);
        }

        @Test
        void seeWhatTheyAgreeTo() {
            int version = json(service.propose(RuleSets.beginningOn("15"), LATER, "ada")).get("version").intValue();
            HttpResponse<String> content = service.operations("/" + version, "bruno");
            assertThat(content.body().getBytes()).isEqualTo(RuleSets.beginningOn("15").json());
            JsonNode listed = json(service.operations("", "bruno")).get(0);
            assertThat(listed.get("version").intValue()).isEqualTo(version);
            assertThat(listed.get("state").stringValue()).isEqualTo("PROPOSED");
            assertThat(listed.get("author").stringValue()).isEqualTo("ada");
            assertThat(listed.get("effective").stringValue()).isEqualTo(LATER.toString());
            assertThat(listed.get("sound").booleanValue()).isTrue();
            assertThat(listed.get("contentHash").stringValue()).isEqualTo(RuleSets.beginningOn("15").hash());
            assertThat(listed.has("approver")).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"/99", "/0", "/-1"})
        void findNoVersionThatIsNotThere(String path) {
            assertThat(service.operations(path, "ada").statusCode()).isEqualTo(404);
        }

        @Test
        void approveNoVersionThatIsNotThere() {
            assertThat(service.approve(99, "bruno").statusCode()).isEqualTo(404);
            assertThat(service.post("/two/approval", "", "bruno").statusCode())
                    .isEqualTo(400);
        }

        @Test
        void haveNothingToReturnToAtFirst() {
            HttpResponse<String> answer = service.rollBack("ada");
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(json(answer).get("reasons").toString()).isEqualTo("[{\"code\":\"NOTHING_BEFORE\"}]");
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("(absent)");
    }
}
