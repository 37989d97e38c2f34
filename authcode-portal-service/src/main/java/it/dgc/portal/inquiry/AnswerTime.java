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
    /** Steps that the last answer took about which others were asked. */
    private volatile long usual = 1;

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

    /** Waits for the answer to leave. */
    void keep(long received) {
        leave(received, steps(received));
    }

    /** Waits likewise; whoever nobody is asked about waits as long from now on. */
    void keepAsUsual(long received) {
        usual = steps(received);
        leave(received, usual);
    }

    /** Waits as long as if others had been asked. */
    void feign(long received) {
        leave(received, Math.max(usual, steps(received)));
    }

    private long steps(long received) {
        return (ticker.getAsLong() - received) / step + 1;
    }

    private void leave(long received, long steps) {
        pause.accept(received + steps * step - ticker.getAsLong());
    }
}
