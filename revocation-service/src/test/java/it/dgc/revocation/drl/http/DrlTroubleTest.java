package it.dgc.revocation.drl.http;

import java.net.http.HttpResponse;
import java.util.List;

import it.dgc.revocation.Hashes;
import it.dgc.revocation.ServiceOnFakes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("P15: failure never makes verifiers drop data")
class DrlTroubleTest {

    private static final String CHECK = "/v1/dgc/drl/check";
    private static final String DRL = "/v1/dgc/drl";

    private final ServiceOnFakes service = ServiceOnFakes.start("--dgc.drl.chunk-size=4");

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void servesWhileTheStoreIsAway() {
        revokeAndPublish(0, 5);
        String before = service.http().get(DRL).body();
        service.store().goAway();
        service.publish();
        HttpResponse<String> answer = service.http().get(DRL);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(before);
        service.clock().pass(ServiceOnFakes.PUBLISH_EVERY);
        assertThat(header(service.http().get(CHECK), "age")).isEqualTo("2");
        service.store().comeBack();
        service.round();
        assertThat(header(service.http().get(CHECK), "age")).isEqualTo("(absent)");
    }

    @Test
    @DisplayName("a version that nobody here knows may exist: while the store is away that is no 400")
    void doesNotCallImpossibleWhatItCannotKnow() {
        service.store().goAway();
        service.clock().pass(ServiceOnFakes.PUBLISH_EVERY);
        for (String question : List.of("?version=7", "?chunk=7", "?version=0&chunk=7")) {
            isUnavailable(service.http().get(CHECK + question));
            isUnavailable(service.http().get(DRL + question));
        }
        assertThat(service.http().get(DRL + "?version=-1").statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("I6: another instance published, and this one is asked for it first")
    void looksForAVersionThatItHasNotSeen() {
        revokeAndPublish(0, 3);
        try (ServiceOnFakes other = ServiceOnFakes.start(service.store(), service.clock(),
                ServiceOnFakes.temporary(), "--dgc.drl.chunk-size=4")) {
            revokeAndPublish(3, 12);
            assertThat(other.version()).isEqualTo(2);
            assertThat(other.http().get(DRL + "?version=3").statusCode()).isEqualTo(200);
            assertThat(other.http().get(DRL + "?version=2&chunk=3").body())
                    .isEqualTo(service.http().get(DRL + "?version=2&chunk=3").body());
        }
    }

    @Test
    void saysSoWhereItNeverHadAList() {
        service.store().goAway();
        try (ServiceOnFakes fresh = ServiceOnFakes.start(service.store(), service.clock(),
                ServiceOnFakes.temporary())) {
            isUnavailable(fresh.http().get(CHECK));
            isUnavailable(fresh.http().get(DRL + "?version=3&chunk=2"));
            assertThat(fresh.http().get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        }
    }

    private void isUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(header(answer, "retry-after")).isEqualTo("90");
        assertThat(answer.body())
                .isEqualTo("{\"code\":\"0x500\",\"problem\":\"The list cannot be served at the moment\"}");
    }

    private void revokeAndPublish(int from, int to) {
        service.revoke(Hashes.numbers(from, to));
        service.publish();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("(absent)");
    }
}
