package it.dgc.generation.sharing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Parts of one work, each in a thread of its own. What they ask leaves once none of them can go on without an answer: one command
 * then carries what all of them have asked by then.
 */
final class Cohort {

    private static final ThreadLocal<Cohort> OWN = new ThreadLocal<>();

    /** Parts that wait for no answer; guarded by this. */
    private int running;
    /** What those who wait have asked; guarded by this. */
    private final Set<SharedCommand<?, ?>> asked = new LinkedHashSet<>();

    private Cohort(int parts) {
        running = parts;
    }

    /**
     * @param parts independent of each other
     * @param work must not throw
     * @param threads gives each part a thread at once: those that have one wait for the others
     * @return what became of each, in the order of the parts
     */
    static <T, R> List<R> handle(List<T> parts, Function<T, R> work, Executor threads) {
        Cohort cohort = new Cohort(parts.size());
        return parts.stream().map(part -> cohort.start(() -> work.apply(part), threads)).toList().stream()
                .map(CompletableFuture::join).toList();
    }

    /** @return that of the calling thread, if it works in one */
    static Optional<Cohort> own() {
        return Optional.ofNullable(OWN.get());
    }

    private <R> CompletableFuture<R> start(Supplier<R> work, Executor threads) {
        try {
            return CompletableFuture.supplyAsync(() -> run(work), threads);
        } catch (RejectedExecutionException e) {
            pause();
            return CompletableFuture.failedFuture(e);
        }
    }

    private <R> R run(Supplier<R> work) {
        OWN.set(this);
        try {
            return work.get();
        } finally {
            OWN.remove();
            pause();
        }
    }

    /** The calling thread has asked and goes on when it is answered. */
    void pauseFor(SharedCommand<?, ?> command) {
        synchronized (this) {
            asked.add(command);
        }
        pause();
    }

    /** Somebody who had asked was answered. */
    synchronized void resume() {
        running++;
    }

    private void pause() {
        Set<SharedCommand<?, ?>> ready = pausedForAll();
        while (!ready.isEmpty()) {
            ready.forEach(SharedCommand::answerWaiting);
            ready = pausedForAll();
        }
    }

    /** @return what is to be answered now, by the caller, who counts as running meanwhile; nothing as long as others run */
    private synchronized Set<SharedCommand<?, ?>> pausedForAll() {
        running--;
        if (running > 0 || asked.isEmpty()) {
            return Set.of();
        }
        Set<SharedCommand<?, ?>> ready = Set.copyOf(asked);
        asked.clear();
        running++;
        return ready;
    }
}
