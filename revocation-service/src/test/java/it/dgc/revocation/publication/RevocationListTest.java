package it.dgc.revocation.publication;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import it.dgc.revocation.Hashes;
import it.dgc.revocation.VirtualClock;
import it.dgc.revocation.drl.ListEditor;
import it.dgc.revocation.drl.VersionMark;
import it.dgc.revocation.drl.hashes.RevokedHash;
import it.dgc.revocation.publication.RevocationList.Effect;
import it.dgc.revocation.publication.ledger.HeldReason;
import it.dgc.revocation.publication.ledger.LogRow;
import it.dgc.revocation.publication.ledger.LogRow.Change;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RevocationListTest {

    private static final RevokedHash ONE = Hashes.number(1);

    private final InMemoryStore store = new InMemoryStore();
    private final RevocationList list = newInstance();

    @Test
    void writesWhatChangesTheList() {
        assertThat(list.apply("e1", Change.ADDED, ONE)).isEqualTo(Effect.CHANGED);
        assertThat(list.apply("e2", Change.REMOVED, ONE)).isEqualTo(Effect.CHANGED);
        assertThat(list.apply("e3", Change.ADDED, ONE)).isEqualTo(Effect.CHANGED);
        assertThat(rows()).extracting(LogRow::change).containsExactly(Change.ADDED, Change.REMOVED, Change.ADDED);
    }

    @Test
    void writesNothingThatIsSoAlready() {
        assertThat(list.apply("e0", Change.REMOVED, ONE)).isEqualTo(Effect.UNCHANGED);
        list.apply("e1", Change.ADDED, ONE);
        assertThat(list.apply("e2", Change.ADDED, ONE)).isEqualTo(Effect.UNCHANGED);
        assertThat(rows()).hasSize(1);
    }

    @Test
    @DisplayName("an event that repeats changes nothing, whatever came after it")
    void isNotMovedByRepetitions() {
        list.apply("e1", Change.ADDED, ONE);
        list.apply("e2", Change.REMOVED, ONE);
        list.apply("e3", Change.ADDED, ONE);
        assertThat(list.apply("e1", Change.ADDED, ONE)).isEqualTo(Effect.REPEATED);
        assertThat(list.apply("e2", Change.REMOVED, ONE)).isEqualTo(Effect.REPEATED);
        assertThat(rows()).hasSize(3);
    }

    @Test
    @DisplayName("an ENDED that had nothing to do must not undo the revocation for fraud that came after it")
    void remembersEventsThatChangedNothing() {
        list.apply("ended", Change.REMOVED, ONE);
        list.apply("fraud", Change.ADDED, ONE);
        assertThat(newInstance().apply("ended", Change.REMOVED, ONE)).isEqualTo(Effect.REPEATED);
    }

    @Test
    @DisplayName("P12: killed between the row and the note of the event: the row counts once")
    void takesAnEventUpWhereItWasLeft() {
        store.log().append(new LogRow(1, Change.ADDED, ONE));
        assertThat(list.apply("e1", Change.ADDED, ONE)).isEqualTo(Effect.UNCHANGED);
        assertThat(store.log().hasSeen("e1")).isTrue();
        assertThat(rows()).hasSize(1);
    }

    @Test
    @DisplayName("an instance that missed what another one wrote decides on the newest state")
    void seesWhatOthersWroteBeforeItDecides() {
        RevocationList other = newInstance();
        list.apply("e1", Change.ADDED, ONE);
        assertThat(other.apply("e2", Change.REMOVED, ONE)).isEqualTo(Effect.CHANGED);
        assertThat(list.apply("e3", Change.ADDED, ONE)).isEqualTo(Effect.CHANGED);
        assertThat(rows()).extracting(LogRow::change).containsExactly(Change.ADDED, Change.REMOVED, Change.ADDED);
    }

    @Test
    void losesNothingToParallelInstances() throws Exception {
        List<Callable<Integer>> instances = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int first = i * 200;
            RevocationList instance = newInstance();
            instances.add(() -> {
                int changed = 0;
                for (RevokedHash hash : Hashes.numbers(first, first + 200)) {
                    changed += instance.apply("e-" + hash, Change.ADDED, hash) == Effect.CHANGED ? 1 : 0;
                }
                return changed;
            });
        }
        int changed = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> each : threads.invokeAll(instances)) {
                changed += each.get();
            }
        }
        assertThat(changed).isEqualTo(800);
        assertThat(rows()).extracting(LogRow::hash).containsExactlyInAnyOrderElementsOf(Hashes.numbers(0, 800));
    }

    @Test
    @DisplayName("I1: the first version has the synthetic entry alone")
    void beginsWithTheSyntheticEntry() {
        list.apply("e1", Change.ADDED, ONE);
        VersionMark first = list.next(list.position(), VirtualClock.START).orElseThrow();
        assertThat(first.version()).isEqualTo(1);
        assertThat(first.total()).isEqualTo(1);
        assertThat(first.position()).isZero();
    }

    @Test
    @DisplayName("I2: what cancels out makes no version")
    void offersNoVersionOfNothing() {
        publish();
        list.apply("e1", Change.ADDED, ONE);
        list.apply("e2", Change.REMOVED, ONE);
        assertThat(list.next(list.position(), VirtualClock.START)).isEmpty();
        list.apply("e3", Change.ADDED, ONE);
        assertThat(list.next(list.position(), VirtualClock.START)).map(VersionMark::total).contains(2);
        publish();
        assertThat(list.waiting()).isZero();
    }

    @Test
    @DisplayName("whoever comes later makes the same versions of log and register")
    void makesTheSameVersionsFromTheBeginning() {
        publish();
        for (int i = 0; i < 20; i++) {
            list.apply("a" + i, Change.ADDED, Hashes.number(i));
            if (i % 3 == 0) {
                list.apply("r" + i, Change.REMOVED, Hashes.number(i / 2));
            }
            if (i % 4 == 0) {
                publish();
            }
        }
        RevocationList later = newInstance();
        assertThat(later.catchUp()).isEmpty();
        assertThat(later.mark()).isEqualTo(list.mark());
        assertThat(later.newest().orElseThrow().entries()).isEqualTo(list.newest().orElseThrow().entries());
        assertThat(later.waiting()).isEqualTo(list.waiting()).isPositive();
    }

    @Test
    @DisplayName("P14: nothing is built on a log that lost what was seen in it")
    void takesNoEventsWhileTheStoreIsDamaged() {
        publish();
        list.apply("e1", Change.ADDED, ONE);
        publish();
        InMemoryStore backup = store.copy();
        store.becomeEmpty();
        assertThat(list.catchUp()).contains(HeldReason.OLDER);
        assertThatIllegalStateException().isThrownBy(() -> list.apply("e2", Change.ADDED, Hashes.number(2)));
        store.take(backup);
        assertThat(list.catchUp()).isEmpty();
        assertThat(list.apply("e2", Change.ADDED, Hashes.number(2))).isEqualTo(Effect.CHANGED);
    }

    @Test
    void throwsWhileTheStoreIsAway() {
        store.goAway();
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> list.apply("e1", Change.ADDED, ONE));
        store.comeBack();
        assertThat(list.apply("e1", Change.ADDED, ONE)).isEqualTo(Effect.CHANGED);
    }

    private void publish() {
        list.catchUp();
        list.next(list.position(), VirtualClock.START).ifPresent(store.register()::publish);
        list.catchUp();
    }

    private List<LogRow> rows() {
        return store.log().after(0);
    }

    private RevocationList newInstance() {
        return new RevocationList(store.log(), store.register(), ListEditor.empty(4, Duration.ofDays(30)));
    }
}
