package it.dgc.generation.delivery;

import java.time.Duration;

/** How long a message rests after a failure: each time twice as long, up to a quarter of an hour, without end. */
final class Pauses {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    /** 2^10 s is past the longest; more doublings would only overflow. */
    private static final int DOUBLINGS = 10;

    private Pauses() {}

    /** @param attempt 0 for the first that failed */
    static Duration after(int attempt) {
        Duration pause = FIRST.multipliedBy(1L << Math.clamp(attempt, 0, DOUBLINGS));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
