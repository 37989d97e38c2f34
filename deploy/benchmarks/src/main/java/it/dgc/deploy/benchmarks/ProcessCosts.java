package it.dgc.deploy.benchmarks;

import java.time.Duration;
import java.util.List;

import it.dgc.deploy.backends.ChildJvm;

/** CPU time of some processes since a moment. */
final class ProcessCosts {

    private static final double MILLI = 1e6;

    private final List<ChildJvm> processes;
    private final Duration before;

    private ProcessCosts(List<ChildJvm> processes) {
        this.processes = processes;
        this.before = cpu();
    }

    static ProcessCosts from(ChildJvm... processes) {
        return new ProcessCosts(List.of(processes));
    }

    /** @return since then, shared among so many pieces of work; milliseconds */
    double millisEach(long pieces) {
        return cpu().minus(before).toNanos() / MILLI / pieces;
    }

    private Duration cpu() {
        return processes.stream().map(ChildJvm::cpu).reduce(Duration.ZERO, Duration::plus);
    }
}
