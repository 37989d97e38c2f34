package it.dgc.rules.signers;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every store of signers keeps to; the fake and MongoDB both run it. */
interface SignerStoreContract {

    /** @return an empty store */
    SignerStore testee();

    @Test
    default void isEmptyAtFirst() {
        assertThat(testee().all()).isEmpty();
    }

    @Test
    default void givesBackWhatWasAddedFieldByField() {
        SignerStore store = testee();
        StoredSigner one = new StoredSigner(TestCertificates.own(), List.of("EXEMPTION", "TEST"), Trust.WITHDRAWN,
                Integer.MAX_VALUE, new Position(3, 5_000_000_000L, 1_790_000_000_123L));
        assertThat(store.add(one)).isTrue();
        assertThat(store.all()).containsExactly(one);
    }

    @Test
    default void refusesToAddTheSameCertificateTwice() {
        SignerStore store = testee();
        SignerCertificate certificate = TestCertificates.own();
        StoredSigner first = TestCertificates.stored(certificate, Trust.ACTIVE, 1);
        store.add(first);
        assertThat(store.add(TestCertificates.stored(certificate, Trust.ACTIVE, 2))).isFalse();
        assertThat(store.all()).containsExactly(first);
    }

    @Test
    default void keepsTwoCertificatesOfOneKidApart() {
        SignerStore store = testee();
        SignerCertificate one = TestCertificates.own();
        store.add(TestCertificates.stored(one, Trust.ACTIVE, 1));
        assertThat(store.add(TestCertificates.stored(TestCertificates.foreign(one.kid()), Trust.ACTIVE, 2))).isTrue();
        assertThat(store.all()).extracting(StoredSigner::kid).containsExactly(one.kid(), one.kid());
    }

    @Test
    default void replacesWhatWasSeen() {
        SignerStore store = testee();
        StoredSigner seen = TestCertificates.stored(TestCertificates.own(), Trust.ACTIVE, 1);
        store.add(seen);
        StoredSigner next = seen.withdrawn(new Position(0, 9, 9));
        assertThat(store.replace(seen, next)).isTrue();
        assertThat(store.all()).containsExactly(next);
    }

    @Test
    default void refusesToReplaceWhatHasChangedSince() {
        SignerStore store = testee();
        StoredSigner seen = TestCertificates.stored(TestCertificates.own(), Trust.ACTIVE, 1);
        store.add(seen);
        StoredSigner theirs = seen.withdrawn(new Position(0, 9, 9));
        store.replace(seen, theirs);
        assertThat(store.replace(seen, seen.confirmed(List.of("OTHER"), new Position(0, 8, 8)))).isFalse();
        assertThat(store.all()).containsExactly(theirs);
    }

    @Test
    default void refusesToReplaceWhatIsNotThere() {
        StoredSigner never = TestCertificates.stored(TestCertificates.own(), Trust.ACTIVE, 1);
        SignerStore store = testee();
        assertThat(store.replace(never, never.withdrawn(new Position(0, 9, 9)))).isFalse();
        assertThat(store.all()).isEmpty();
    }

    @Test
    default void countsTokensFromOneUpwards() {
        SignerStore store = testee();
        assertThat(List.of(store.nextToken(1), store.nextToken(1), store.nextToken(1))).containsExactly(1, 2, 3);
    }

    @Test
    default void countsOnFromAFloorAndNeverBack() {
        SignerStore store = testee();
        assertThat(List.of(store.nextToken(100), store.nextToken(5), store.nextToken(100), store.nextToken(200)))
                .containsExactly(100, 101, 102, 200);
    }

    @Test
    default void givesNoTokenTwiceToParallelCallers() throws InterruptedException, ExecutionException {
        SignerStore store = testee();
        store.nextToken(1);
        Set<Integer> given = new ConcurrentSkipListSet<>();
        List<Callable<Boolean>> calls = IntStream.range(0, 40).<Callable<Boolean>>mapToObj(
                i -> () -> given.add(store.nextToken(1))).toList();
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> isNew : callers.invokeAll(calls)) {
                assertThat(isNew.get()).isTrue();
            }
        }
        assertThat(given).hasSize(40).doesNotContain(1);
    }
}
