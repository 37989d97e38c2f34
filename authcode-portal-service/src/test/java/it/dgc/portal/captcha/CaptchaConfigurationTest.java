package it.dgc.portal.captcha;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import it.dgc.portal.limits.Form;
import it.dgc.portal.limits.TestStore;
import it.dgc.portal.limits.keys.KeyedHash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class CaptchaConfigurationTest {

    @Configuration
    @ComponentScan(excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test.*"))
    static class Room {}

    private final TestStore store = new TestStore();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void standsByItselfAndAsksForWorkThatATelephoneDoes() {
        room().run(context -> {
            Captchas captchas = context.getBean(Captchas.class);
            assertThat(captchas.issue(Form.AUTHCODE, Kind.PROOF_OF_WORK))
                    .isInstanceOfSatisfying(Challenge.ProofOfWork.class, work -> {
                        assertThat(work.maxNumber()).isEqualTo(50_000);
                        assertThat(work.salt()).contains("form=AUTHCODE&").contains("expires=").endsWith("&");
                        assertThat(captchas.redeem(Form.AUTHCODE, CaptchaRoom.solved(work)))
                                .isEqualTo(Verdict.PASSED);
                    });
            assertThat(context.getBean(CaptchaProperties.class).life()).isEqualTo(Duration.ofSeconds(120));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dgc.captcha.life=121s", "dgc.captcha.life=29s", "dgc.captcha.work.hardest=2000001",
            "dgc.captcha.work.easiest=1000001", "dgc.captcha.work.easiest=999", "dgc.captcha.work.calm-issued=0"})
    void refusesToStartWithSettingsThatCannotBeMeant(String setting) {
        room().withPropertyValues(setting).run(context -> assertThat(context).hasFailed());
    }

    private ApplicationContextRunner room() {
        return new ApplicationContextRunner().withUserConfiguration(Room.class)
                .withBean(MongoTemplate.class, store::template).withBean(Clock.class, Clock::systemUTC)
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withBean(KeyedHash.class, () -> CaptchaRoom.HASH);
    }
}
