package it.dgc.rules.signers;

import java.time.Duration;
import java.time.Instant;

/**
 * The least token for a key that a message brings (I13). It follows from the message alone: whoever loses the store and
 * reads the topic again gives the same tokens, and clients that hold one miss no key. Days come first, so that tokens also
 * rise where the topic had to be made anew and counts from zero.
 */
final class TokenFloor {

    /** Day 0. With 16 bits for the place, 2^31 is reached in 2109. */
    private static final Instant FIRST_DAY = Instant.parse("2020-01-01T00:00:00Z");

    /** Bits for the place in the topic: more messages than this holds on one day only cost the sameness of tokens. */
    private static final int PLACE_BITS = 16;

    private TokenFloor() {}

    /**
     * @param at where the message stood; a time before the first day, or later than now, is taken for that
     * @param now the present
     * @return from 1
     */
    static int of(Position at, Instant now) {
        Instant sent = Instant.ofEpochMilli(Math.min(at.timestamp(), now.toEpochMilli()));
        long day = Math.max(0, Duration.between(FIRST_DAY, sent).toDays());
        long place = at.offset() & ((1L << PLACE_BITS) - 1);
        return Math.toIntExact(Math.max(1, (day << PLACE_BITS) + place));
    }
}
