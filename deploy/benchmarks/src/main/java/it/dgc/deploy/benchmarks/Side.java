package it.dgc.deploy.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** One of several servers that are asked in turn, and how much it does for its time on the processors. */
final class Side {

    private static final double NANOS = 1e9;

    private final HttpLoad load;
    private final Supplier<Duration> cpu;
    private final List<Double> rates = new ArrayList<>();

    /** @param cpu what the server has taken so far */
    Side(HttpLoad load, Supplier<Duration> cpu) {
        this.load = load;
        this.cpu = cpu;
    }

    /** All are warmed up first; then each has every round. */
    static void takeTurns(Size size, List<Side> all) throws IOException, InterruptedException {
        for (Side side : all) {
            side.load.run(size.warmUp());
        }
        for (int round = 0; round < size.rounds(); round++) {
            for (Side side : all) {
                side.measure(size.round());
            }
        }
    }

    /** @return answers a CPU second, of the middle round */
    double rate() {
        return Median.of(rates);
    }

    private void measure(Duration time) throws IOException, InterruptedException {
        Duration before = cpu.get();
        long answers = load.run(time);
        rates.add(answers * NANOS / Math.max(1, cpu.get().minus(before).toNanos()));
    }
}
