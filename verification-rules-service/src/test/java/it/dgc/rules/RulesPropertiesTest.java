package it.dgc.rules;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RulesPropertiesTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void acceptsEqualPauses() {
        assertThat(new RulesProperties(SECOND, SECOND, SECOND, SECOND).retryLongest()).isEqualTo(SECOND);
    }

    @Test
    void rejectsALongestPauseBelowTheFirst() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RulesProperties(SECOND, SECOND, SECOND, Duration.ofMillis(999)))
                .withMessageContaining("retry-longest");
    }

    @Test
    void rejectsAPauseThatKafkaTakesForDeath() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RulesProperties(SECOND, SECOND, SECOND, Duration.ofMinutes(5)))
                .withMessageContaining("four minutes");
    }
}
