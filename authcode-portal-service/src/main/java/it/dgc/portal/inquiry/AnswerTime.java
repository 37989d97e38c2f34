package it.dgc.portal.inquiry;

import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * When an answer may leave: at a multiple of one step after the form came in, so that its time tells how slow others are, roughly, and
 * nothing about the person.
 */
final class AnswerTime {

    /** What is older says nothing about how others are now. */
    private static final long REMEMBERED = Duration.ofMinutes(1).toNanos();

    private final long step;
    private final LongSupplier ticker;
    private final LongConsumer pause;
    private volatile Asked last;

    /**
     * @param step longer than others take as a rule
     * @param ticker nanoseconds, as {@link System#nanoTime}
     * @param pause waits for so many nanoseconds
     */
    AnswerTime(Duration step, LongSupplier ticker, LongConsumer pause) {
        this.step = step.toNanos();
        this.ticker = ticker;
        this.pause = pause;
        this.last = new Asked(ticker.getAsLong(), 1, true);
    }

    long now() {
        return ticker.getAsLong();
    }

    /** Waits for the answer to leave. */
    void keep(long received) {
        leave(received, steps(received));
    }

    /**
     * Waits likewise; whoever nobody is asked about waits as long from now on.
     *
     * @param answered whether the others could tell
     */
    void keepAsUsual(long received, boolean answered) {
        long steps = steps(received);
        last = new Asked(ticker.getAsLong(), steps, answered);
        leave(received, steps);
    }

    /** @return whether others could tell, when last somebody was asked about */
    boolean isAnswered() {
        return !isRecent() || last.answered();
    }

    /** Waits as long as if others had been asked. */
    void feign(long received) {
        leave(received, isRecent() ? Math.max(last.steps(), steps(received)) : steps(received));
    }

    private boolean isRecent() {
        return ticker.getAsLong() - last.at() <= REMEMBERED;
    }

    /**
     * How it went when others were asked.
     *
     * @param at when
     * @param steps that the answer took
     * @param answered whether they could tell
     */
    private record Asked(long at, long steps, boolean answered) {}

    private long steps(long received) {
        return (ticker.getAsLong() - received) / step + 1;
    }

    private void leave(long received, long steps) {
        pause.accept(received + steps * step - ticker.getAsLong());
    }
}
