package it.dgc.revocation;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("operators see health and metrics, nothing else")
class OperationsTest {

    private static final String READINESS = "/actuator/health/readiness";

    private final ServiceOnFakes service = ServiceOnFakes.start("--dgc.drl.growth-floor=10");

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    @DisplayName("P15: ready with a list, though neither store nor broker is there")
    void isReadyWithAList() {
        service.store().goAway();
        service.round();
        HttpResponse<String> answer = service.http().get(READINESS);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(service.http().get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("P14: readiness and a metric say that a version is held back; the instance stays in service")
    void saysThatAVersionIsHeldBack() {
        service.revoke(Hashes.numbers(0, 30));
        service.publish();
        HttpResponse<String> answer = service.http().get(READINESS);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"HELD_BACK\"}");
        assertThat(metrics()).contains("dgc_drl_held{reason=\"GREW\"} 1.0", "dgc_drl_held{reason=\"EMPTY\"} 0.0",
                "dgc_drl_waiting 30.0", "dgc_drl_version 1.0");
    }

    @Test
    void countsWhatIsServed() {
        service.revoke(Hashes.numbers(0, 5));
        service.publish();
        assertThat(metrics()).contains("dgc_drl_version 2.0", "dgc_drl_entries 6.0", "dgc_drl_waiting 0.0",
                "dgc_drl_not_saved 0.0", "dgc_drl_unconfirmed_seconds 0.0");
        service.store().goAway();
        service.publish();
        service.clock().pass(ServiceOnFakes.PUBLISH_EVERY);
        assertThat(metrics()).contains("dgc_drl_unconfirmed_seconds 2.0");
    }

    @Test
    void hidesTheRest() {
        for (String path : List.of("/actuator/env", "/actuator/beans", "/actuator/loggers", "/actuator/heapdump",
                "/actuator", "/error", "/nowhere")) {
            assertThat(service.http().get(path).statusCode()).as(path).isEqualTo(401);
        }
    }

    private String metrics() {
        return service.http().get("/actuator/prometheus").body();
    }
}
