package it.dgc.portal.limits;

import java.time.Duration;
import java.util.Map;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import it.dgc.portal.limits.counters.Counters;
import it.dgc.portal.limits.counters.TestCounters;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static it.dgc.portal.limits.Limits.from;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("T15: nobody fills the store with captchas")
class CaptchaFloodTest {

    private static final int MOST = 40;

    private final TestStore store = new TestStore();
    private final MutableClock clock = MutableClock.pinned("2022-02-01T12:00:00Z");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CaptchaFlood one = flood(TestCounters.on(store.template()));
    private final CaptchaFlood other = flood(TestCounters.on(store.template()));

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void countsOverAllInstances() {
        assertThat(AtOnce.run(3 * MOST, caller -> (caller % 2 == 0 ? one : other).admits(from(1))))
                .filteredOn(Boolean.TRUE::equals).hasSize(MOST);
        assertThat(meters.get(CountedLimits.REFUSED).tags("bound", "CAPTCHAS").counter().count())
                .isEqualTo(2.0 * MOST);
    }

    @Test
    void letsOthersInAndEverybodyInTheNextMinute() {
        exhaust();
        assertThat(other.admits(from(2))).isTrue();
        clock.advance(Duration.ofSeconds(59));
        assertThat(other.admits(from(1))).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(other.admits(from(1))).isTrue();
    }

    @Test
    @DisplayName("what is counted takes one document a minute and names nobody")
    void keepsLittle() {
        exhaust();
        assertThat(store.template().findAll(Document.class, "limits")).hasSize(1)
                .allMatch(counter -> !counter.getString("_id").contains(from(1).block()));
    }

    @Test
    void leavesItToTheCaptchasToSayThatTheStoreIsAway() {
        assertThat(flood(TestCounters.on(store.away())).admits(from(1))).isTrue();
    }

    private void exhaust() {
        for (int i = 0; i < MOST; i++) {
            assertThat(one.admits(from(1))).isTrue();
        }
        assertThat(one.admits(from(1))).isFalse();
    }

    private CaptchaFlood flood(Counters counters) {
        return new CaptchaFlood(counters, Limits.bounds(Map.of("dgc.limits.address", "20", "dgc.limits.captchas", "2")),
                Limits.HASH, clock, meters);
    }
}
