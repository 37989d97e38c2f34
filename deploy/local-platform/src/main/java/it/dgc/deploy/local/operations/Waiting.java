package it.dgc.deploy.local.operations;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again until the answer will do, or patience ends. */
final class Waiting {

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(250);

    private Waiting() {}

    /** @return the last answer, whether it will do or not */
    static <T> T until(Predicate<T> willDo, Supplier<T> question, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        T answer = question.get();
        while (!willDo.test(answer) && System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(BETWEEN_QUESTIONS.toNanos());
            answer = question.get();
        }
        return answer;
    }
}
