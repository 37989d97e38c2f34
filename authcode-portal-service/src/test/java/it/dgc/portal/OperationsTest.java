package it.dgc.portal;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("operators see health and metrics of the portal, nobody sees more")
class OperationsTest {

    private static RunningPortal portal;

    @BeforeAll
    static void start() {
        portal = RunningPortal.start("portal-operations", "--dgc.limits.address=1", "--dgc.limits.captchas=2",
                "--dgc.pages.accessibility-contact=accessibilita@portal.dgc.example");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/readiness", "/actuator/health/liveness"})
    void isReadyWithItsStore(String path) {
        assertThat(portal.get(path).statusCode()).isEqualTo(200);
        assertThat(portal.get(path).body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void showsItsMetrics() {
        assertThat(portal.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
    }

    @ParameterizedTest
    @DisplayName("P24: default deny")
    @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/heapdump", "/error", "/nowhere", "/login"})
    void hidesTheRest(String path) {
        assertThat(portal.get(path).statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("P28: a flood of captchas from one address ends, and programs and readers are told so")
    void boundsTheCaptchasOfAnAddress() {
        HttpResponse<String> page = until(429, "/de/authcode");
        assertThat(page.headers().firstValue("Retry-After")).contains("60");
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("lang=\"de\"", "Warte eine Minute");
        for (String path : List.of("?form=authcode", "/" + "0".repeat(32) + ".png", "/" + "0".repeat(32) + ".wav")) {
            HttpResponse<String> problem = until(429, "/v1/portal/captcha" + path);
            assertThat(problem.headers().firstValue("Retry-After")).contains("60");
            assertThat(problem.body()).contains("\"urn:pn-dgc:problem:too-many-requests\"");
        }
        assertThat(until(429, "/it/authcode/captcha").statusCode()).isEqualTo(429);
        assertThat(portal.get("/de").statusCode()).isEqualTo(200);
    }

    @Test
    void namesWhomToWriteToAboutAccessibility() {
        assertThat(portal.get("/it/accessibilita").body()).contains(
                "<a href=\"mailto:accessibilita@portal.dgc.example\">accessibilita@portal.dgc.example</a>");
    }

    /** There is room for two a minute, and the minute may change meanwhile. */
    private static HttpResponse<String> until(int status, String path) {
        return Stream.generate(() -> portal.get(path)).limit(10).filter(answer -> answer.statusCode() == status)
                .findFirst().orElseThrow();
    }
}
