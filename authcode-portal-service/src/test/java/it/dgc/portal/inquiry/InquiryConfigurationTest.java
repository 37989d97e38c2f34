package it.dgc.portal.inquiry;

import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import it.dgc.portal.TestPeers;
import it.dgc.portal.captcha.Captchas;
import it.dgc.portal.certificates.Certificates;
import it.dgc.portal.limits.GuessingLimits;
import it.dgc.portal.outbound.Peer;
import it.dgc.portal.sistemats.HealthCards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

class InquiryConfigurationTest {

    @Configuration
    @ComponentScan(basePackageClasses = {Inquiries.class, Certificates.class,
            HealthCards.class}, excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test.*"))
    static class Room {}

    private final String[] peers = TestPeers.settings().map(setting -> setting.substring(2)).toArray(String[]::new);

    @Test
    void startsWithAsMuchRoomForQuestionsAsForForms() {
        room().run(context -> assertThat(context).hasSingleBean(Inquiries.class).getBeans(Peer.class).hasSize(2));
        room("dgc.portal.at-once=60", "dgc.sistema-ts.at-once=60", "dgc.generation.at-once=60")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dgc.sistema-ts.at-once=49", "dgc.generation.at-once=49", "dgc.portal.at-once=51"})
    void refusesToStartWhereFormsWouldFindNoRoomForTheirQuestions(String setting) {
        room(setting).run(context -> assertThat(context).getFailure().rootCause()
                .hasMessageMatching("dgc.portal.at-once \\(5[01]\\) must not be higher than .*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dgc.portal.at-once=0", "dgc.portal.answer-after=0ms", "dgc.portal.answer-after=11s"})
    void refusesToStartWithWhatCannotBeMeant(String setting) {
        room(setting).run(context -> assertThat(context).hasFailed());
    }

    private ApplicationContextRunner room(String... settings) {
        return new ApplicationContextRunner().withUserConfiguration(Room.class)
                .withBean(Captchas.class, () -> mock(Captchas.class))
                .withBean(GuessingLimits.class, () -> mock(GuessingLimits.class))
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withPropertyValues(Stream.concat(Stream.of(peers), Stream.of(settings)).toArray(String[]::new));
    }
}
