package it.dgc.portal.captcha.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

class ForgottenCaptchasTest {

    private final TestStore store = new TestStore();
    private final MongoTemplate template = store.template();
    private final MutableClock clock = MutableClock.pinned("2022-02-01T12:00:00Z");
    private final OpenCaptchas captchas = new MongoOpenCaptchas(template);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void takesOutWhatIsOverByTheClockThatItWasGiven() {
        captchas.add(new OpenCaptcha("id", "use", "answer", clock.instant()));
        ForgottenCaptchas job = new ForgottenCaptchas(captchas, clock);
        job.forget();
        assertThat(template.findAll(Document.class, MongoOpenCaptchas.CAPTCHAS)).hasSize(1);
        clock.advance(Duration.ofMinutes(6));
        job.forget();
        assertThat(template.findAll(Document.class, MongoOpenCaptchas.CAPTCHAS)).isEmpty();
    }

    @Test
    void waitsForTheNextRoundWhereTheStoreIsAway() {
        ForgottenCaptchas job = new ForgottenCaptchas(new MongoOpenCaptchas(store.away()), clock);
        assertThatCode(job::forget).doesNotThrowAnyException();
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void runsByItself() {
        captchas.add(new OpenCaptcha("id", "use", "answer", Instant.EPOCH));
        new ApplicationContextRunner().withUserConfiguration(OpenCaptchasConfiguration.class)
                .withBean(MongoTemplate.class, () -> template).withBean(Clock.class, () -> clock)
                .withPropertyValues("dgc.captcha.forget-every=50ms").run(context -> {
                    while (!template.findAll(Document.class, MongoOpenCaptchas.CAPTCHAS).isEmpty()) {
                        Thread.onSpinWait();
                    }
                });
        assertThat(template.findAll(Document.class, MongoOpenCaptchas.CAPTCHAS)).isEmpty();
    }
}
