package it.dgc.generation.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * One command for all who ask while the one before is under way, or in one {@link Cohort}. Who asks alone waits for nobody. Safe for
 * use by several threads.
 *
 * @param <O> what is asked
 * @param <R> what is answered
 */
public final class SharedCommand<O, R> {

    /** Operations; keeps a command far below the limits of the store. */
    private static final int MOST = 200;

    private final Function<List<O>, List<R>> command;
    private final Queue<Asked<O, R>> waiting = new ConcurrentLinkedQueue<>();
    private final Lock turn = new ReentrantLock();

    /** @param command answers each operation, in their order; what it throws is thrown to all whose operations it had */
    public SharedCommand(Function<List<O>, List<R>> command) {
        this.command = command;
    }

    /**
     * @param operation independent of all others
     * @return its answer
     * @throws RuntimeException what the command throws: whether the operation took effect is then unknown
     */
    public R ask(O operation) {
        Optional<Cohort> cohort = Cohort.own();
        Asked<O, R> mine = new Asked<>(operation, cohort);
        waiting.add(mine);
        cohort.ifPresent(own -> own.pauseFor(this));
        boolean isInterrupted = false;
        while (!mine.isAnswered) {
            if (cohort.isPresent() || !lead(mine)) {
                LockSupport.park(this);
                isInterrupted |= Thread.interrupted();
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
        return mine.outcome();
    }

    /** Answers all who have asked until now, by as many commands as it takes. */
    void answerWaiting() {
        turn.lock();
        try {
            List<Asked<O, R>> together = next();
            while (!together.isEmpty()) {
                answer(together);
                together = together.size() < MOST ? List.of() : next();
            }
        } finally {
            turn.unlock();
        }
        wakeNext();
    }

    /** @return whether it was free to lead; whoever leads wakes who is to lead next, unless their cohort will */
    private boolean lead(Asked<O, R> mine) {
        if (!turn.tryLock()) {
            return false;
        }
        try {
            if (!mine.isAnswered) {
                answer(next());
            }
        } finally {
            turn.unlock();
        }
        wakeNext();
        return true;
    }

    private void wakeNext() {
        waiting.stream().filter(asked -> asked.cohort.isEmpty()).findFirst().ifPresent(Asked::wake);
    }

    private List<Asked<O, R>> next() {
        List<Asked<O, R>> together = new ArrayList<>();
        Asked<O, R> one = waiting.poll();
        while (one != null) {
            together.add(one);
            one = together.size() < MOST ? waiting.poll() : null;
        }
        return together;
    }

    private void answer(List<Asked<O, R>> together) {
        try {
            List<R> answers = command.apply(together.stream().map(asked -> asked.operation).toList());
            for (int i = 0; i < together.size(); i++) {
                together.get(i).answer(answers.get(i));
            }
        } catch (RuntimeException | Error e) {
            together.forEach(asked -> asked.fail(e));
        }
    }

    /**
     * Whoever is answered goes on at once: would each first need the turn, the first to ask again would take it, with its own
     * operation alone.
     */
    private static final class Asked<O, R> {

        private final Thread asker = Thread.currentThread();
        private final O operation;
        private final Optional<Cohort> cohort;
        private volatile boolean isAnswered;
        private R answer;
        private Throwable failure;

        Asked(O operation, Optional<Cohort> cohort) {
            this.operation = operation;
            this.cohort = cohort;
        }

        void answer(R answer) {
            this.answer = answer;
            goOn();
        }

        void fail(Throwable failure) {
            this.failure = failure;
            goOn();
        }

        private void goOn() {
            cohort.ifPresent(Cohort::resume);
            isAnswered = true;
            wake();
        }

        void wake() {
            LockSupport.unpark(asker);
        }

        R outcome() {
            switch (failure) {
                case null -> {
                    return answer;
                }
                case Error error -> throw error;
                case RuntimeException exception -> throw exception;
                default -> throw new IllegalStateException(failure);
            }
        }
    }
}
