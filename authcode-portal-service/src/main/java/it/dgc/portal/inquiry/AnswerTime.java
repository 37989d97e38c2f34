package it.dgc.portal.inquiry;

import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * When an answer may leave: at a multiple of one step after the form came in, so that its time tells how slow others are, roughly, and
 * nothing about the person.
 */
final class AnswerTime {

    private final long step;
    private final LongSupplier ticker;
    private final LongConsumer pause;

    /**
     * @param step longer than others take as a rule
     * @param ticker nanoseconds, as {@link System#nanoTime}
     * @param pause waits for so many nanoseconds
     */
    AnswerTime(Duration step, LongSupplier ticker, LongConsumer pause) {
        this.step = step.toNanos();
        this.ticker = ticker;
        this.pause = pause;
    }

    long now() {
        return ticker.getAsLong();
    }

    <T> T hold(long received, T answer) {
        long spent = ticker.getAsLong() - received;
        pause.accept((spent / step + 1) * step - spent);
        return answer;
    }
}
