package it.dgc.rules.signers;

import java.time.Instant;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("I13: resume token: integer, 1 <= t < 2^31, strictly increasing")
class TokenFloorTest {

    private static final Instant NOW = Instant.parse("2026-03-28T12:00:00Z");

    @Test
    void risesWithThePlaceAndWithTheDay() {
        int first = floor(7, NOW);
        assertThat(floor(8, NOW)).isEqualTo(first + 1);
        assertThat(TokenFloor.of(at(0, NOW.plusSeconds(86_400)), NOW.plusSeconds(86_400))).isGreaterThan(first);
    }

    @Test
    void isAtLeastOne() {
        assertThat(floor(0, Instant.EPOCH)).isEqualTo(1);
        assertThat(TokenFloor.of(new Position(0, 0, -1), NOW)).isEqualTo(1);
    }

    @Test
    void takesATimeToComeForThePresent() {
        assertThat(floor(7, Instant.parse("9999-12-31T00:00:00Z"))).isEqualTo(floor(7, NOW));
        assertThat(TokenFloor.of(new Position(0, 7, Long.MAX_VALUE), NOW)).isEqualTo(floor(7, NOW));
    }

    @Test
    void staysBelowItsLimitForAsLongAsAnybodyWillAsk() {
        Instant late = Instant.parse("2100-01-01T00:00:00Z");
        assertThat(TokenFloor.of(at(65_535, late), late)).isBetween(1, Integer.MAX_VALUE - 1);
    }

    private static int floor(long offset, Instant sent) {
        return TokenFloor.of(at(offset, sent), NOW);
    }

    private static Position at(long offset, Instant sent) {
        return new Position(0, offset, sent.toEpochMilli());
    }
}
