package it.dgc.revocation.publication;

import java.nio.file.Path;
import java.time.Duration;

import it.dgc.revocation.Hashes;
import it.dgc.revocation.VirtualClock;
import it.dgc.revocation.publication.ledger.HeldReason;
import it.dgc.revocation.publication.ledger.HeldVersion;
import it.dgc.revocation.publication.ledger.LogRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PublicationTest {

    private final InMemoryStore store = new InMemoryStore();
    private final VirtualClock clock = new VirtualClock();
    private final HeldVersions heldVersions = new HeldVersions(store.register(), clock);

    @TempDir
    Path disks;

    private Instance one;

    @BeforeEach
    void start() {
        one = instance("one");
        one.round();
    }

    @AfterEach
    void stop() {
        one.close();
    }

    @Test
    @DisplayName("P12: a change is published when the time is there, and not before")
    void keepsThePace() {
        one.revoke(Hashes.numbers(0, 1));
        clock.pass(Instance.EVERY.minusMillis(1));
        one.round();
        assertThat(one.version()).isEqualTo(1);
        clock.pass(Duration.ofMillis(1));
        one.round();
        assertThat(one.version()).isEqualTo(2);
        assertThat(one.total()).isEqualTo(2);
    }

    @Test
    void keepsVersionWhenNothingChanged() {
        for (int i = 0; i < 5; i++) {
            clock.pass(Instance.EVERY);
            one.round();
        }
        assertThat(one.version()).isEqualTo(1);
    }

    @Test
    @DisplayName("P14: the clock set back 1 h neither stops publication nor turns versions back")
    void goesOnWhenTheClockIsSetBack() {
        publish(0, 1);
        clock.pass(Duration.ofHours(-1));
        one.revoke(Hashes.numbers(1, 2));
        one.round();
        clock.pass(Instance.EVERY);
        one.round();
        assertThat(one.version()).isEqualTo(3);
        one.revoke(Hashes.numbers(2, 3));
        one.round();
        assertThat(one.version()).isEqualTo(3);
        clock.pass(Instance.EVERY);
        one.round();
        assertThat(one.version()).isEqualTo(4);
        assertThat(store.register().after(0)).extracting(mark -> mark.publishedAt()).isSorted();
    }

    @Nested
    @DisplayName("one leader among several instances, one counter")
    class SeveralInstances {

        private Instance two;

        @BeforeEach
        void start() {
            two = instance("two");
            two.round();
        }

        @AfterEach
        void stop() {
            two.close();
        }

        @Test
        void publishOnceAndServeTheSame() {
            one.revoke(Hashes.numbers(0, 5));
            two.revoke(Hashes.numbers(5, 9));
            clock.pass(Instance.EVERY);
            two.round();
            assertThat(two.version()).as("the other one leads").isEqualTo(1);
            one.round();
            two.round();
            assertThat(one.version()).isEqualTo(two.version()).isEqualTo(2);
            assertThat(one.served.version().orElseThrow().entries())
                    .isEqualTo(two.served.version().orElseThrow().entries()).hasSize(10);
        }

        @Test
        void takeOverWhenTheLeaderIsGone() {
            two.revoke(Hashes.numbers(0, 5));
            clock.pass(Instance.LEASE.plusMillis(1));
            two.round();
            assertThat(two.version()).isEqualTo(2);
        }

        @Test
        @DisplayName("fencing: a leader that slept past its lease cannot publish over the other one's version")
        void doNotPublishOverEachOther() {
            one.revoke(Hashes.numbers(0, 3));
            clock.pass(Instance.LEASE.plusMillis(1));
            var late = one.list.next(one.list.position(), clock.instant()).orElseThrow();
            two.revoke(Hashes.numbers(3, 5));
            two.round();
            assertThat(store.register().publish(late)).isFalse();
            one.round();
            assertThat(one.total()).isEqualTo(two.total()).isEqualTo(6);
        }
    }

    @Nested
    @DisplayName("a version that grew too much waits for somebody's word")
    class Growth {

        @Test
        void isHeldBackAndTheLastGoodVersionServed() {
            publish(0, 5);
            publish(5, 100);
            assertThat(one.version()).isEqualTo(2);
            assertThat(one.total()).isEqualTo(6);
            assertThat(one.state.heldBack()).contains(HeldReason.GREW);
            assertThat(heldVersions.held()).map(HeldVersion::version).contains(3L);
        }

        @Test
        void isPublishedExactlyAsItWasReleased() {
            publish(0, 5);
            publish(5, 100);
            one.revoke(Hashes.numbers(100, 300));
            assertThat(heldVersions.release(3, "operator-1")).isEqualTo(HeldVersions.Outcome.RELEASED);
            round();
            assertThat(one.version()).isEqualTo(3);
            assertThat(one.total()).isEqualTo(101);
            round();
            assertThat(one.version()).as("what came later is judged again").isEqualTo(3);
            assertThat(one.state.heldBack()).contains(HeldReason.GREW);
            assertThat(heldVersions.release(4, "operator-1")).isEqualTo(HeldVersions.Outcome.RELEASED);
            round();
            assertThat(one.total()).isEqualTo(301);
            round();
            assertThat(one.state.heldBack()).isEmpty();
            assertThat(heldVersions.held()).isEmpty();
        }

        @Test
        @DisplayName("any instance takes the word, any other acts on it")
        void isReleasedOverTheStore() {
            publish(0, 100);
            heldVersions.release(2, "operator-1");
            clock.pass(Instance.LEASE.plusMillis(1));
            try (Instance two = instance("two")) {
                two.round();
                assertThat(two.version()).isEqualTo(2);
                assertThat(two.total()).isEqualTo(101);
            }
        }

        @Test
        void isNotReleasedUnderAnotherNumber() {
            assertThat(heldVersions.release(2, "operator-1")).isEqualTo(HeldVersions.Outcome.NOT_HELD);
            publish(0, 100);
            assertThat(heldVersions.release(1, "operator-1")).isEqualTo(HeldVersions.Outcome.NOT_HELD);
            assertThat(heldVersions.release(3, "operator-1")).isEqualTo(HeldVersions.Outcome.NOT_HELD);
            round();
            assertThat(one.version()).isEqualTo(1);
        }

        @Test
        void doesNotReleaseDamage() {
            store.register().hold(new HeldVersion(2, 5, HeldReason.EMPTY));
            assertThat(heldVersions.release(2, "operator-1")).isEqualTo(HeldVersions.Outcome.NOT_RELEASABLE);
        }
    }

    @Nested
    @DisplayName("the store made to answer empty, half or stale: nothing published, last good version served")
    class Damage {

        private InMemoryStore right;

        @BeforeEach
        void fill() {
            publish(0, 10);
            publish(10, 20);
            one.revoke(Hashes.numbers(20, 23));
            right = store.copy();
        }

        @Test
        void empty() {
            store.becomeEmpty();
            staysAt(3, HeldReason.OLDER);
        }

        @Test
        void half() {
            store.loseHalfOfTheLog();
            store.log().rows.tailMap(20L, false).clear();
            staysAt(3, HeldReason.LOST_ENTRIES);
        }

        @Test
        void halfForAnInstanceThatHasNoCopy() {
            store.loseHalfOfTheLog();
            try (Instance fresh = instance("fresh")) {
                clock.pass(Instance.LEASE.plusMillis(1));
                fresh.round();
                assertThat(fresh.served.version().map(version -> version.mark().total()).orElse(1)).isEqualTo(1);
                assertThat(fresh.state.heldBack()).contains(HeldReason.LOST_ENTRIES);
            }
            assertThat(store.register().after(0)).hasSize(3);
        }

        @Test
        void stale() {
            store.goBackTo(2);
            staysAt(3, HeldReason.OLDER);
        }

        @Test
        @DisplayName("also after a restart: the copy on disk remembers what was served")
        void staleAfterARestart() {
            one.close();
            store.goBackTo(2);
            one = instance("one");
            staysAt(3, HeldReason.OLDER);
        }

        @Test
        void changedByAnotherHand() {
            store.log().rows.put(23L, new LogRow(23, LogRow.Change.ADDED, Hashes.number(99)));
            staysAt(3, HeldReason.LOST_ENTRIES);
        }

        private void staysAt(long version, HeldReason reason) {
            for (int i = 0; i < 3; i++) {
                clock.pass(Instance.LEASE.plusMillis(1));
                one.round();
                assertThat(one.version()).isEqualTo(version);
                assertThat(one.total()).isEqualTo(21);
                assertThat(one.state.heldBack()).contains(reason);
                assertThat(one.served.now().unconfirmedSince()).isPresent();
            }
            store.take(right);
            round();
            round();
            assertThat(one.version()).isEqualTo(version + 1);
            assertThat(one.total()).isEqualTo(24);
            assertThat(one.state.heldBack()).isEmpty();
            assertThat(one.served.now().unconfirmedSince()).isEmpty();
        }
    }

    @Test
    @DisplayName("D8: after a restart without MongoDB reads are served from disk")
    void servesFromDiskWithoutTheStore() {
        publish(0, 10);
        one.close();
        store.goAway();
        one = instance("one");
        assertThat(one.version()).isEqualTo(2);
        one.round();
        assertThat(one.total()).isEqualTo(11);
        store.comeBack();
        publish(10, 12);
        assertThat(one.total()).isEqualTo(13);
    }

    private void publish(int from, int to) {
        one.revoke(Hashes.numbers(from, to));
        round();
    }

    private void round() {
        clock.pass(Instance.EVERY);
        one.round();
    }

    private Instance instance(String name) {
        return new Instance(name, store, clock, disks.resolve(name));
    }
}
