package it.dgc.generation.sharing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.IntStream;

import com.mongodb.MongoException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class CohortsTest {

    private static final int MOST = 50;

    private final Cohorts cohorts = new Cohorts("test", MOST);
    private final List<List<Integer>> commands = Collections.synchronizedList(new ArrayList<>());
    private final SharedCommand<Integer, Integer> one = new SharedCommand<>(this::answer);
    private final SharedCommand<Integer, Integer> other = new SharedCommand<>(this::answer);

    @AfterEach
    void close() {
        cohorts.close();
    }

    @Test
    void sendsOneCommandForAllPartsOfAStep() {
        assertThat(handle(MOST, part -> other.ask(one.ask(part) + 1))).containsExactlyElementsOf(
                IntStream.range(0, MOST).mapToObj(part -> part + 1).toList());
        assertThat(commands).extracting(List::size).containsExactly(MOST, MOST);
    }

    @Test
    void handlesNoMorePartsAtTheSameTimeThanItMay() {
        handle(2 * MOST + 1, one::ask);
        assertThat(commands).extracting(List::size).containsExactly(MOST, MOST, 1);
    }

    @Test
    void waitsNeitherForPartsThatHaveEndedNorForThoseThatAskOfAnother() {
        assertThat(handle(MOST, part -> {
            for (int step = 0; step < part; step++) {
                (part % 2 == 0 ? one : other).ask(part);
            }
            return part;
        })).hasSize(MOST);
        assertThat(commands).hasSizeLessThanOrEqualTo(2 * MOST);
        assertThat(commands.stream().mapToInt(List::size).sum()).isEqualTo(MOST * (MOST - 1) / 2);
    }

    @Test
    void asksWithThemWhoAsksMeanwhileAndWaitsForNone() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        Thread stranger = Thread.ofPlatform().start(() -> {
            awaitUninterrupted(waiting);
            one.ask(-1);
            answered.countDown();
        });
        assertThat(handle(2, part -> {
            if (part == 0) {
                waiting.countDown();
                return one.ask(part);
            }
            awaitUninterrupted(answered);
            return part;
        })).containsExactly(0, 1);
        stranger.join();
        assertThat(commands.stream().flatMap(List::stream)).containsExactlyInAnyOrder(0, -1);
    }

    @Test
    void tellsAFailureToAllPartsAndHandlesTheNextOnes() {
        SharedCommand<Integer, Integer> failing = new SharedCommand<>(all -> {
            throw new MongoException("away");
        });
        assertThat(handle(MOST, part -> {
            try {
                return failing.ask(part);
            } catch (MongoException away) {
                return one.ask(part);
            }
        })).hasSize(MOST);
        assertThat(commands).extracting(List::size).containsExactly(MOST);
    }

    @Test
    void refusesWhatComesAfterItsEnd() {
        cohorts.close();
        assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> handle(2, one::ask))
                .withCauseInstanceOf(RejectedExecutionException.class);
    }

    private List<Integer> handle(int parts, Function<Integer, Integer> work) {
        return cohorts.handle(IntStream.range(0, parts).boxed().toList(), work);
    }

    private List<Integer> answer(List<Integer> asked) {
        commands.add(asked);
        return asked;
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
