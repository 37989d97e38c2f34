package it.dgc.deploy.benchmarks;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds of which the median counts; ours and the peer's take turns
 * @param round length of one
 * @param warmUp of each side before the first round
 * @param pairs of answers that are compared in time
 * @param certificates issued by a service under load
 * @param entries of the list
 */
record Size(int rounds, Duration round, Duration warmUp, int pairs, int certificates, int entries) {

    static final Size FULL = new Size(7, Duration.ofSeconds(3), Duration.ofSeconds(8), 60, 100_000, 1_000_000);
    static final Size SHORT = new Size(1, Duration.ofMillis(100), Duration.ZERO, 2, 200, 10_000);

    /** For rounds, and loads of a service. */
    Size(int rounds, Duration round, Duration warmUp, int pairs, int certificates) {
        this(rounds, round, warmUp, pairs, certificates, 0);
    }
}
