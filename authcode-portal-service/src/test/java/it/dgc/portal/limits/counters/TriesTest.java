package it.dgc.portal.limits.counters;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TriesTest {

    private static final Instant NOON = Instant.parse("2022-02-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final List<Window> TWO_AN_HOUR_THREE_A_DAY = List.of(new Window(2, HOUR),
            new Window(3, Duration.ofDays(1)));

    private final Tries two = tries(NOON, NOON.plusSeconds(60));

    @Test
    void hasNoRoomWhereOneWindowIsFull() {
        assertThat(two.hasRoom(TWO_AN_HOUR_THREE_A_DAY, NOON.plusSeconds(61))).isFalse();
        assertThat(tries(NOON).hasRoom(TWO_AN_HOUR_THREE_A_DAY, NOON)).isTrue();
    }

    @Test
    void slidesSoThatATryCountsUpToTheEndOfItsHour() {
        assertThat(two.hasRoom(TWO_AN_HOUR_THREE_A_DAY, NOON.plus(HOUR).minusMillis(1))).isFalse();
        assertThat(two.hasRoom(TWO_AN_HOUR_THREE_A_DAY, NOON.plus(HOUR))).isTrue();
    }

    @Test
    void keepsTheDayFullWhenTheHourIsNot() {
        Tries three = two.with("c", TWO_AN_HOUR_THREE_A_DAY, NOON.plus(HOUR));
        assertThat(three.hasRoom(TWO_AN_HOUR_THREE_A_DAY, NOON.plusSeconds(20_000))).isFalse();
        assertThat(three.hasRoom(TWO_AN_HOUR_THREE_A_DAY, NOON.plusSeconds(86_400))).isTrue();
    }

    @Test
    void countsATryOfAClockThatIsAhead() {
        assertThat(tries(NOON.plusSeconds(5), NOON.plusSeconds(5)).hasRoom(TWO_AN_HOUR_THREE_A_DAY, NOON)).isFalse();
    }

    @Test
    void dropsWhatHasLeftItsLongestWindow() {
        Instant later = NOON.plus(Duration.ofDays(1));
        assertThat(two.with("c", TWO_AN_HOUR_THREE_A_DAY, later).entries()).extracting(Tries.Try::at)
                .containsExactly(NOON.plusSeconds(60), later);
    }

    @Test
    void countsOnlyKnownFailuresAsFailures() {
        Tries one = two.failed("token-0");
        assertThat(one.failedAfter(NOON.minusMillis(1))).isEqualTo(1);
        assertThat(one.failedAfter(NOON)).isZero();
        assertThat(one.failed("unknown")).isEqualTo(one);
        assertThat(one.without("token-0").failedAfter(Instant.EPOCH)).isZero();
    }

    @Test
    void isNoWindowThatLetsNothingPass() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(0, HOUR));
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(1, Duration.ZERO));
    }

    private static Tries tries(Instant... at) {
        Tries tries = Tries.NONE;
        for (int i = 0; i < at.length; i++) {
            tries = tries.with("token-" + i, TWO_AN_HOUR_THREE_A_DAY, at[i]);
        }
        return tries;
    }
}
