package it.dgc.generation.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Threads for work that has many parts, and for what these parts ask together. Safe for use by several threads. */
public final class Cohorts implements AutoCloseable {

    private final ExecutorService threads;
    private final int most;

    /**
     * @param name of the threads
     * @param most parts of one work that are under way at the same time
     */
    public Cohorts(String name, int most) {
        this.threads = Executors.newCachedThreadPool(Thread.ofPlatform().name(name + '-', 1).factory());
        this.most = most;
    }

    /**
     * Handles all parts, so many at the same time; their {@link SharedCommand}s leave when none of these can go on without an answer.
     *
     * @param parts independent of each other
     * @param work must not throw
     * @return what became of each, in the order of the parts
     */
    public <T, R> List<R> handle(List<T> parts, Function<T, R> work) {
        List<R> results = new ArrayList<>(parts.size());
        parts(parts).forEach(some -> results.addAll(Cohort.handle(some, work, threads)));
        return results;
    }

    /** @return all, in lists of so many as are handled at the same time */
    public <T> List<List<T>> parts(List<T> all) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += most) {
            parts.add(all.subList(from, Math.min(from + most, all.size())));
        }
        return parts;
    }

    /** Waits for what is under way. */
    @Override
    public void close() {
        threads.close();
    }
}
