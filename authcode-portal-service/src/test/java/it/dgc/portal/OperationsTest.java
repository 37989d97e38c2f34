package it.dgc.portal;

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
        portal = RunningPortal.start("portal-operations");
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
}
