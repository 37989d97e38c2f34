package it.dgc.deploy.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What breaks when; the same seed and size give the same plan.
 *
 * @param seed decides
 * @param steps in the order of time
 */
record FaultPlan(long seed, List<Step> steps) {

    /** The first part of the work is done in peace, so that something is there to be lost; so is the last. */
    private static final double FIRST = 0.04;
    private static final double LAST = 0.90;
    private static final int HESITATION_MILLIS = 400;
    private static final int SHORTEST_MILLIS = 1_000;
    private static final int LONGEST_MILLIS = 4_000;
    private static final int MOST_BYTES = 20_000;

    /**
     * @param certificates how many certificates are there when it happens
     * @param fault what happens
     * @param service 0 or 1: which one is meant, where services are
     * @param hesitation between the two, so that not always the same instruction is hit
     * @param lasting how long, where that is not decided by what happens
     * @param bytes after which a connection is reset, where connections are
     */
    record Step(int certificates, Fault fault, int service, Duration hesitation, Duration lasting, int bytes) {}

    /** @param certificates how many there will be in the end */
    static FaultPlan of(long seed, ChaosSize size, int certificates) {
        Random random = new Random(seed);
        List<Fault> faults = new ArrayList<>(Stream.of(Fault.values())
                .flatMap(fault -> Collections.nCopies(size.times(fault), fault).stream()).toList());
        Collections.shuffle(faults, random);
        int[] moments = random.ints(faults.size(), (int) (certificates * FIRST), (int) (certificates * LAST)).sorted()
                .toArray();
        return new FaultPlan(seed, IntStream.range(0, moments.length)
                .mapToObj(nth -> step(moments[nth], faults.get(nth), random)).toList());
    }

    long count(Fault fault) {
        return steps.stream().filter(step -> step.fault() == fault).count();
    }

    private static Step step(int certificates, Fault fault, Random random) {
        return new Step(certificates, fault, random.nextInt(2), Duration.ofMillis(random.nextInt(HESITATION_MILLIS)),
                Duration.ofMillis(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS)), 1 + random.nextInt(MOST_BYTES));
    }
}
