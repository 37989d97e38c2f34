package it.dgc.rules;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RulesPropertiesTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Path HERE = Path.of("here");

    @Test
    void acceptsEqualPauses() {
        assertThat(new RulesProperties(SECOND, SECOND, SECOND, SECOND, HERE).retryLongest()).isEqualTo(SECOND);
    }

    @Test
    void rejectsALongestPauseBelowTheFirst() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RulesProperties(SECOND, SECOND, SECOND, Duration.ofMillis(999), HERE))
                .withMessageContaining("retry-longest");
    }

    @Test
    void rejectsAPauseThatKafkaTakesForDeath() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RulesProperties(SECOND, SECOND, SECOND, Duration.ofMinutes(5), HERE))
                .withMessageContaining("four minutes");
    }
}
