package it.dgc.revocation.drl.served;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import it.dgc.revocation.Hashes;
import it.dgc.revocation.VirtualClock;
import it.dgc.revocation.drl.ListEditor;
import it.dgc.revocation.drl.ListVersion;
import it.dgc.revocation.drl.NetChanges;
import it.dgc.revocation.drl.SyntheticEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What a cache in front may keep, a new version waits for")
class ServedListTest {

    private static final Duration PROMISE = Duration.ofSeconds(2);
    /** Clocks may differ by as much. */
    private static final Duration AND_A_SECOND = PROMISE.plusSeconds(1);

    private final VirtualClock clock = new VirtualClock();
    private final ListEditor editor = ListEditor.empty(4, Duration.ofDays(30));
    private final ListVersion first = next(SyntheticEntry.firstVersion());
    private final ListVersion second = next(new NetChanges(Hashes.numbers(0, 3), List.of()));
    private final ListVersion third = next(new NetChanges(Hashes.numbers(3, 6), List.of()));
    private final ServedList served = new ServedList(clock, PROMISE);

    @BeforeEach
    void serveTheFirst() {
        served.serve(first);
    }

    @Test
    void servesANewVersionAtOnceWhereNobodyWasPromisedAnything() {
        served.serve(second);
        assertThat(served.version()).contains(second);
    }

    @Test
    void promisesToTheWholeSecondBeforeTheTimeIsOver() {
        clock.pass(Duration.ofMillis(900));
        assertThat(served.promise(first)).hasValue(VirtualClock.START.plus(PROMISE).getEpochSecond());
    }

    @Test
    void letsTheNextVersionWaitForTheEndOfThePromise() {
        served.promise(first);
        served.serve(second);
        clock.pass(AND_A_SECOND.minusMillis(1));
        assertThat(served.version()).contains(first);
        assertThat(served.newest()).contains(second);
        clock.pass(Duration.ofMillis(1));
        assertThat(served.version()).contains(second);
    }

    @Test
    void promisesNothingMoreWhileAVersionWaits() {
        served.promise(first);
        served.serve(second);
        clock.pass(Duration.ofSeconds(1));
        assertThat(served.promise(first)).hasValue(VirtualClock.START.plus(PROMISE).getEpochSecond());
        clock.pass(Duration.ofSeconds(1));
        assertThat(served.promise(first)).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(served.version()).contains(second);
        assertThat(served.promise(second)).isPresent();
    }

    @Test
    @DisplayName("an answer that was begun before a change gets no promise after it")
    void promisesNothingForAVersionThatIsNotServedAnyMore() {
        served.serve(second);
        assertThat(served.promise(first)).isEmpty();
        assertThat(served.promise(second)).isPresent();
        assertThat(served.promise(first)).isEmpty();
    }

    @Test
    void servesTheNewestOfThoseThatWaited() {
        served.promise(first);
        served.serve(second);
        served.serve(third);
        served.serve(second);
        clock.pass(AND_A_SECOND);
        assertThat(served.version()).contains(third);
    }

    @Test
    void promisesNothingWhileTheStoreDoesNotConfirm() {
        served.doubt(Instant.EPOCH);
        assertThat(served.promise(first)).isEmpty();
        served.confirm();
        assertThat(served.promise(first)).isPresent();
    }

    @Test
    void doesNotWaitForAClockThatWasSetBack() {
        served.promise(first);
        clock.pass(Duration.ofHours(-1));
        served.serve(second);
        assertThat(served.version()).contains(second);
    }

    @Test
    void promisesNothingAndNeverWaitsWhereNoCacheStandsInFront() {
        ServedList alone = new ServedList(clock, Duration.ZERO);
        alone.serve(first);
        assertThat(alone.promise(first)).isEmpty();
        alone.serve(second);
        assertThat(alone.version()).contains(second);
    }

    private ListVersion next(NetChanges changes) {
        return editor.advance(
                editor.mark().next(changes, editor.mark().position() + changes.added().size(), clock.instant()),
                changes);
    }
}
