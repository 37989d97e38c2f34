package it.dgc.portal.limits;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import it.dgc.portal.limits.address.TrustedProxies;
import it.dgc.portal.limits.counters.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class LimitsConfigurationTest {

    @Configuration
    @ComponentScan(excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test.*"))
    static class Room {}

    private final TestStore store = new TestStore();

    @TempDir
    private Path secrets;

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void standsByItselfWithTheBoundsOfTheIssue() {
        room().run(context -> {
            assertThat(context).hasSingleBean(GuessingLimits.class).hasSingleBean(TrustedProxies.class);
            LimitsProperties bounds = context.getBean(LimitsProperties.class);
            assertThat(bounds.personWindows(Form.AUTHCODE)).isEqualTo(bounds.personWindows(Form.CERTIFICATE_WITH_CODE))
                    .containsExactly(new Window(5, Duration.ofHours(1)), new Window(10, Duration.ofDays(1)),
                            new Window(30, Duration.ofDays(30)));
            assertThat(bounds.personWindows(Form.CERTIFICATE_WITHOUT_CARD)).containsExactly(
                    new Window(5, Duration.ofDays(1)), new Window(10, Duration.ofDays(30)));
            assertThat(bounds.captchasOfAddress()).isEqualTo(600);
            assertThat(bounds.addressWindows()).isEqualTo(List.of(new Window(20, Duration.ofMinutes(1))));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dgc.limits.card.hour=11", "dgc.limits.card.hour=0", "dgc.limits.no-card.month=4",
            "dgc.limits.card-and-date.hour=31", "dgc.limits.address=0", "dgc.limits.captchas=0",
            "dgc.limits.everybody=0",
            "dgc.limits.no-card-alarm-at=0", "dgc.limits.card.month=1001", "dgc.limits.trusted-proxies=proxy.example"})
    void refusesToStartWithBoundsThatCannotBeMeant(String setting) {
        room().withPropertyValues(setting).run(context -> assertThat(context).hasFailed());
    }

    private ApplicationContextRunner room() {
        return new ApplicationContextRunner().withUserConfiguration(Room.class)
                .withBean(MongoTemplate.class, store::template).withBean(Clock.class, Clock::systemUTC)
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withPropertyValues("dgc.mode=DEVELOPMENT", "dgc.secrets.directory=" + secrets);
    }
}
