package it.dgc.generation.sharing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.mongodb.MongoException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SharedCommandTest {

    private static final int CALLERS = 300;

    @Test
    void givesEachCallerTheAnswerToItsOwnOperation() throws Exception {
        List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
        SharedCommand<Integer, String> command = new SharedCommand<>(all -> {
            sizes.add(all.size());
            return all.stream().map(n -> "answer " + n).toList();
        });
        List<String> answers = new ArrayList<>();
        for (Future<String> one : askAll(command)) {
            answers.add(one.get());
        }
        assertThat(answers).containsExactlyElementsOf(
                IntStream.range(0, CALLERS).mapToObj(n -> "answer " + n).toList());
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(CALLERS);
    }

    @Test
    void asksTogetherWhatWasAskedWhileTheOneBeforeWasUnderWay() throws Exception {
        CountDownLatch under = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        List<List<Integer>> commands = new ArrayList<>();
        SharedCommand<Integer, Integer> command = new SharedCommand<>(all -> {
            commands.add(all);
            under.countDown();
            awaitUninterrupted(over);
            return all;
        });
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            threads.submit(() -> command.ask(-1));
            under.await();
            List<Thread> callers = IntStream.range(0, 20).mapToObj(n -> Thread.ofPlatform().start(() -> command.ask(n)))
                    .toList();
            while (callers.stream().anyMatch(caller -> caller.getState() != Thread.State.WAITING)) {
                Thread.onSpinWait();
            }
            over.countDown();
            for (Thread caller : callers) {
                caller.join();
            }
        }
        assertThat(commands).hasSize(2);
        assertThat(commands.getFirst()).containsExactly(-1);
        assertThat(commands.getLast()).containsExactlyInAnyOrderElementsOf(
                IntStream.range(0, 20).boxed().toList());
    }

    @Test
    @Timeout(60)
    void letsAllGoOnWhoWereAnsweredWhateverOneOfThemAsksNext() throws Exception {
        int callers = 8;
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(callers);
        SharedCommand<Integer, Integer> command = new SharedCommand<>(all -> {
            awaitUninterrupted(all.contains(0) ? asked : answered);
            return all;
        });
        List<Thread> threads = IntStream.range(0, callers).mapToObj(nth -> Thread.ofPlatform().start(() -> {
            command.ask(0);
            answered.countDown();
            command.ask(1);
        })).toList();
        while (threads.stream().anyMatch(caller -> caller.getState() != Thread.State.WAITING)) {
            Thread.onSpinWait();
        }
        asked.countDown();
        for (Thread caller : threads) {
            caller.join();
        }
        assertThat(answered.getCount()).isZero();
    }

    @Test
    void tellsAFailureToAllWhomItConcernsAndToNobodyAfter() {
        List<Integer> seen = new ArrayList<>();
        SharedCommand<Integer, Integer> command = new SharedCommand<>(all -> {
            seen.addAll(all);
            if (seen.size() == 1) {
                throw new MongoException("away");
            }
            return all;
        });
        assertThatExceptionOfType(MongoException.class).isThrownBy(() -> command.ask(1));
        assertThat(command.ask(2)).isEqualTo(2);
        assertThat(seen).containsExactly(1, 2);
    }

    private static List<Future<String>> askAll(SharedCommand<Integer, String> command) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
            return threads.invokeAll(IntStream.range(0, CALLERS)
                    .mapToObj(n -> (Callable<String>) () -> command.ask(n)).toList());
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
