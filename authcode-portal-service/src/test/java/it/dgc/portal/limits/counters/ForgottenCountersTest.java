package it.dgc.portal.limits.counters;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import it.dgc.portal.limits.MutableClock;
import it.dgc.portal.limits.TestStore;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class ForgottenCountersTest {

    private static final List<Window> ONE = List.of(new Window(1, Duration.ofMinutes(1)));

    private final TestStore store = new TestStore();
    private final MongoTemplate template = store.template();
    private final MutableClock clock = MutableClock.pinned("2022-02-01T12:00:00Z");
    private final Counters counters = new MongoCounters(template);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void takesOutWhatIsOverByTheClockThatItWasGiven() {
        counters.take("k", ONE, clock.instant());
        ForgottenCounters job = new ForgottenCounters(counters, clock);
        clock.advance(Duration.ofMinutes(6).minusSeconds(1));
        job.forget();
        assertThat(template.findAll(Document.class, "limits")).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        job.forget();
        assertThat(template.findAll(Document.class, "limits")).isEmpty();
    }

    @Test
    void waitsForTheNextRoundWhereTheStoreIsAway() {
        ForgottenCounters job = new ForgottenCounters(new MongoCounters(store.away()), clock);
        assertThatCode(job::forget).doesNotThrowAnyException();
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void runsByItself() {
        counters.take("k", ONE, Instant.EPOCH);
        new ApplicationContextRunner().withUserConfiguration(CountersConfiguration.class)
                .withBean(MongoTemplate.class, () -> template).withBean(Clock.class, () -> clock)
                .withPropertyValues("dgc.limits.forget-every=50ms").run(context -> {
                    while (!template.findAll(Document.class, "limits").isEmpty()) {
                        Thread.onSpinWait();
                    }
                });
        assertThat(template.findAll(Document.class, "limits")).isEmpty();
    }
}
