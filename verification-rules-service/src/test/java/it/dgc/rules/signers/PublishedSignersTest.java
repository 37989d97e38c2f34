package it.dgc.rules.signers;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;

import static it.dgc.rules.signers.TestCertificates.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PublishedSignersTest {

    private final InMemorySigners store = new InMemorySigners();
    private final PublishedSigners signers = publishedAt(TestCertificates.TODAY);

    @Test
    void isEmptyBeforeTheFirstRefresh() {
        store.add(stored(TestCertificates.own(), Trust.ACTIVE, 1));
        assertThat(signers.now().isEmpty()).isTrue();
    }

    @Test
    @DisplayName("P15: ready once the list was read, with or without keys, and from then on without the store")
    void isReadyWithoutTheStore() {
        SignersHealthIndicator health = new SignersHealthIndicator(signers);
        store.goAway();
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(signers::refresh);
        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        store.comeBack();
        signers.refresh();
        store.goAway();
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(signers::refresh);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void servesActiveSignersInTokenOrder() {
        StoredSigner late = stored(TestCertificates.own(), Trust.ACTIVE, 7);
        StoredSigner early = stored(TestCertificates.own(), Trust.ACTIVE, 2);
        store.add(late);
        store.add(early);
        store.add(stored(TestCertificates.own(), Trust.WITHDRAWN, 4));
        signers.refresh();
        assertThat(signers.now().inTokenOrder()).containsExactly(early, late);
        assertThat(signers.now().after(0)).hasValue(early);
        assertThat(signers.now().after(2)).hasValue(late);
        assertThat(signers.now().after(7)).isEmpty();
        assertThat(signers.now().after(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    @DisplayName("I14: every kid served by /update is in /status")
    void listsTheKidOfTwoCertificatesOnce() {
        StoredSigner one = stored(TestCertificates.own(), Trust.ACTIVE, 1);
        store.add(one);
        store.add(stored(TestCertificates.foreign(one.kid()), Trust.ACTIVE, 2));
        signers.refresh();
        assertThat(signers.now().kids()).containsExactly(one.kid().value());
        assertThat(signers.now().inTokenOrder()).hasSize(2);
    }

    @Test
    void withholdsExpiredCertificatesAndSaysHowMany() {
        StoredSigner valid = stored(TestCertificates.own(), Trust.ACTIVE, 2);
        store.add(stored(TestCertificates.own(TestCertificates.TODAY.minusSeconds(1)), Trust.ACTIVE, 1));
        store.add(valid);
        signers.refresh();
        assertThat(signers.now().inTokenOrder()).containsExactly(valid);
        assertThat(signers.expired()).isEqualTo(1);
    }

    @Test
    void keepsTheLastListWhileTheStoreIsAway() {
        StoredSigner one = stored(TestCertificates.own(), Trust.ACTIVE, 1);
        store.add(one);
        signers.refresh();
        store.goAway();
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(signers::refresh);
        new SignerRefresh(signers).refresh();
        assertThat(signers.now().inTokenOrder()).containsExactly(one);
    }

    @Test
    @DisplayName("P15: a store that lost all its signers takes none from the verifiers")
    void keepsTheLastListWhereTheStoreKnowsNothingAnyMore() {
        StoredSigner one = stored(TestCertificates.own(), Trust.ACTIVE, 1);
        store.add(one);
        signers.refresh();
        store.clear();
        signers.refresh();
        assertThat(signers.now().inTokenOrder()).containsExactly(one);
    }

    @Test
    void startsWithoutTheStoreAndCatchesUpLater() {
        store.add(stored(TestCertificates.own(), Trust.ACTIVE, 1));
        store.goAway();
        SignerRefresh refresh = new SignerRefresh(signers);
        refresh.afterSingletonsInstantiated();
        assertThat(signers.now().isEmpty()).isTrue();
        store.comeBack();
        refresh.refresh();
        assertThat(signers.now().isEmpty()).isFalse();
    }

    private PublishedSigners publishedAt(Instant now) {
        return new PublishedSigners(store, Clock.fixed(now, ZoneOffset.UTC));
    }
}
