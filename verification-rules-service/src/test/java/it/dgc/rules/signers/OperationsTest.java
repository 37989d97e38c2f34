package it.dgc.rules.signers;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("operators see health and metrics, nothing else")
class OperationsTest {

    private static ServiceOnFakes service;

    @BeforeAll
    static void start() {
        service = ServiceOnFakes.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void liveWithoutStoreAndBroker() {
        assertThat(service.http().get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void showNoDetails() {
        assertThat(service.http().get("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void areNotReadyWhileTheListenerDoesNotRun() {
        HttpResponse<String> answer = service.http().get("/actuator/health/readiness");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("{\"status\":\"DOWN\"}");
    }

    @Test
    void countWhatIsServed() {
        service.publish(TestCertificates.stored(TestCertificates.own(), Trust.ACTIVE, 1), TestCertificates
                .stored(TestCertificates.own(TestCertificates.TODAY.minusSeconds(1)), Trust.ACTIVE, 2));
        assertThat(service.http().get("/actuator/prometheus").body()).contains("dgc_rules_signers_served 1.0",
                "dgc_rules_signers_expired 1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/beans", "/actuator/loggers", "/actuator/heapdump", "/actuator",
            "/error", "/nowhere"})
    void hideTheRest(String path) {
        assertThat(service.http().get(path).statusCode()).isEqualTo(401);
    }
}
