package it.dgc.generation.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does one thing by several threads at once. */
public final class Together {

    private Together() {}

    /**
     * @param threads how many begin at the same moment
     * @return what each of them got
     * @throws ExecutionException if one of them failed
     */
    public static <T> List<T> run(int threads, Callable<T> work) throws InterruptedException, ExecutionException {
        CountDownLatch allThere = new CountDownLatch(threads);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> {
                    allThere.countDown();
                    allThere.await();
                    return work.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        }
    }
}
