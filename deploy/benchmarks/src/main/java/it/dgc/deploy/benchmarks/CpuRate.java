package it.dgc.deploy.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;

/** Work per CPU second of this process, and bytes per piece of work. */
final class CpuRate {

    private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int PIECES = 20;
    private static final double NANOS = 1e9;

    private CpuRate() {}

    /** @return medians, one a work, of rounds in which each has its turn */
    static List<Double> alternating(Size size, List<Callable<?>> works) throws Exception {
        for (Callable<?> work : works) {
            once(work, size.warmUp());
        }
        List<List<Double>> rates = new ArrayList<>();
        works.forEach(work -> rates.add(new ArrayList<>()));
        for (int round = 0; round < size.rounds(); round++) {
            for (int which = 0; which < works.size(); which++) {
                rates.get(which).add(once(works.get(which), size.round()));
            }
        }
        return rates.stream().map(Median::of).toList();
    }

    /** @return bytes that this thread allocates for a piece, once it is warm */
    static double allocated(Callable<?> work) throws Exception {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int piece = 0; piece < PIECES; piece++) {
            work.call();
        }
        return (double) (THREADS.getCurrentThreadAllocatedBytes() - before) / PIECES;
    }

    private static double once(Callable<?> work, Duration time) throws Exception {
        long cpu = PROCESS.getProcessCpuTime();
        long end = System.nanoTime() + time.toNanos();
        long done = 0;
        while (System.nanoTime() < end || done == 0) {
            work.call();
            done++;
        }
        return done * NANOS / Math.max(1, PROCESS.getProcessCpuTime() - cpu);
    }
}
