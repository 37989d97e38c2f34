package it.dgc.revocation.publication.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import it.dgc.revocation.Hashes;
import it.dgc.revocation.publication.ledger.LogRow.Change;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every log keeps to; the fake and MongoDB both run it. */
public interface RevocationLogContract {

    /** @return an empty log */
    RevocationLog testee();

    @Test
    default void isEmptyAtFirst() {
        assertThat(testee().after(0)).isEmpty();
        assertThat(testee().at(1)).isEmpty();
        assertThat(testee().hasSeen("event")).isFalse();
    }

    @Test
    default void givesBackWhatWasWritten() {
        RevocationLog log = testee();
        assertThat(log.append(row(1, Change.ADDED))).isTrue();
        assertThat(log.append(row(2, Change.REMOVED))).isTrue();
        assertThat(log.after(0)).containsExactly(row(1, Change.ADDED), row(2, Change.REMOVED));
        assertThat(log.after(1)).containsExactly(row(2, Change.REMOVED));
        assertThat(log.at(2)).contains(row(2, Change.REMOVED));
    }

    @Test
    default void takesNoPlaceTwice() {
        RevocationLog log = testee();
        log.append(row(1, Change.ADDED));
        assertThat(log.append(new LogRow(1, Change.REMOVED, Hashes.number(9)))).isFalse();
        assertThat(log.at(1)).contains(row(1, Change.ADDED));
    }

    @Test
    default void stopsAtAHole() {
        RevocationLog log = testee();
        List.of(1, 2, 4).forEach(position -> log.append(row(position, Change.ADDED)));
        assertThat(log.after(0)).extracting(LogRow::position).containsExactly(1L, 2L);
        assertThat(log.after(2)).isEmpty();
    }

    @Test
    default void givesThousandsInOrder() {
        RevocationLog log = testee();
        IntStream.rangeClosed(1, 2300).forEach(position -> log.append(row(position, Change.ADDED)));
        List<LogRow> all = new ArrayList<>();
        for (List<LogRow> some = log.after(0); !some.isEmpty(); some = log.after(all.size())) {
            all.addAll(some);
        }
        assertThat(all).extracting(LogRow::position)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 2300).mapToObj(i -> (long) i).toList());
    }

    @Test
    default void remembersEvents() {
        RevocationLog log = testee();
        log.seen("event");
        log.seen("event");
        assertThat(log.hasSeen("event")).isTrue();
        assertThat(log.hasSeen("other")).isFalse();
    }

    @Test
    default void givesEachPlaceToOneOfManyWriters() throws InterruptedException, ExecutionException {
        RevocationLog log = testee();
        List<Callable<Integer>> writers = IntStream.range(0, 8).<Callable<Integer>>mapToObj(
                writer -> () -> (int) IntStream.rangeClosed(1, 20)
                        .filter(position -> log.append(new LogRow(position, Change.ADDED, Hashes.number(writer))))
                        .count())
                .toList();
        int written = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> each : threads.invokeAll(writers)) {
                written += each.get();
            }
        }
        assertThat(written).isEqualTo(20);
        assertThat(log.after(0)).hasSize(20);
    }

    private static LogRow row(int position, Change change) {
        return new LogRow(position, change, Hashes.number(position));
    }
}
