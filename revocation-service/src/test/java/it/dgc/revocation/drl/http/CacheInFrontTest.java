package it.dgc.revocation.drl.http;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

import it.dgc.revocation.Hashes;
import it.dgc.revocation.ServiceOnFakes;
import it.dgc.revocation.VirtualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The edge is told how long it may keep a chunk of the whole list, and nobody else anything")
class CacheInFrontTest {

    private static final String DRL = "/v1/dgc/drl";
    private static final String FIELD = "X-Accel-Expires";
    /** The second before two have passed, in which it ends. */
    private static final String NEXT_SECOND = "@" + (VirtualClock.START.getEpochSecond() + 1);

    private final ServiceOnFakes service = ServiceOnFakes.start("--dgc.drl.promised-for=2s");

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({"'',gzip", "'',identity", "?chunk=1,gzip", "?chunk=1,identity", "?version=0&chunk=1,gzip"})
    void tellsItWithTheWholeList(String query, String coding) {
        HttpResponse<String> answer = service.http().get(DRL + query, "Accept-Encoding", coding);
        assertThat(answer.headers().firstValue(FIELD)).contains(NEXT_SECOND);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/check", "?version=1", "?chunk=2", "?version=9", "?chunk=x"})
    void saysNothingWithAnyOtherAnswer(String question) {
        assertThat(kept(DRL + question)).isEmpty();
    }

    @Test
    void saysNothingWhileTheStoreIsAway() {
        service.store().goAway();
        service.round();
        assertThat(kept(DRL)).isEmpty();
    }

    @Test
    void saysNothingWhereNoCacheStandsInFront() {
        try (ServiceOnFakes alone = ServiceOnFakes.start()) {
            assertThat(alone.http().get(DRL).headers().firstValue(FIELD)).isEmpty();
        }
    }

    @Test
    @DisplayName("I4, I11: nobody hears of a version while chunks of the one before may still be handed out")
    void tellsNobodyOfANewVersionBeforeTheCacheHasForgottenTheOldOne() {
        service.clock().pass(ServiceOnFakes.PUBLISH_EVERY);
        assertThat(kept(DRL)).isPresent();
        service.revoke(Hashes.numbers(0, 3));
        service.round();
        assertThat(service.version()).isEqualTo(1);
        assertThat(service.http().get(DRL + "/check").body()).contains("\"version\":1,");
        service.clock().pass(Duration.ofSeconds(3));
        assertThat(service.http().get(DRL + "/check").body()).contains("\"version\":2,");
        assertThat(service.version()).isEqualTo(2);
    }

    @Test
    @DisplayName("who heard of it from another instance is answered, never with 400")
    void answersWhoKnowsTheVersionThatWaits() {
        service.clock().pass(ServiceOnFakes.PUBLISH_EVERY);
        assertThat(kept(DRL)).isPresent();
        service.revoke(Hashes.numbers(0, 3));
        service.round();
        HttpResponse<String> answer = service.http().get(DRL + "?version=2");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"version\":2,");
    }

    private Optional<String> kept(String target) {
        return service.http().get(target).headers().firstValue(FIELD);
    }
}
