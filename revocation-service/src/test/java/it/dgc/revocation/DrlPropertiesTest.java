package it.dgc.revocation;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DrlPropertiesTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void acceptsEqualPauses() {
        assertThat(settings(SECOND, SECOND, MINUTE).retryLongest()).isEqualTo(SECOND);
    }

    @Test
    void rejectsALongestPauseBelowTheFirst() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(SECOND, Duration.ofMillis(999), MINUTE))
                .withMessageContaining("retry-longest");
    }

    @Test
    void rejectsAPauseThatKafkaTakesForDeath() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(SECOND, Duration.ofMinutes(5), MINUTE))
                .withMessageContaining("four minutes");
    }

    @Test
    void rejectsALeaseThatEndsBeforeItIsRenewed() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(SECOND, SECOND, SECOND))
                .withMessageContaining("lease-for");
    }

    private static DrlProperties settings(Duration retryFirst, Duration retryLongest, Duration lease) {
        return new DrlProperties(Path.of("x"), MINUTE, SECOND, Duration.ofDays(30), 10, 0.1, 10, lease, SECOND, MINUTE,
                retryFirst, retryLongest);
    }
}
