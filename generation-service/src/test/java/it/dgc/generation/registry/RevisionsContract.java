package it.dgc.generation.registry;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import it.dgc.common.uvci.Uvci;
import it.dgc.generation.testing.Events;
import it.dgc.generation.testing.MutableClock;
import it.dgc.generation.testing.Together;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every register keeps when certificates are revoked and restored. */
public interface RevisionsContract {

    LocalDate END = LocalDate.of(2022, 6, 30);

    CertificateRegistry registry();

    Revisions revisions();

    Outbox outbox();

    MutableClock clock();

    @Test
    default void changesStateGroundsAndOutboxInOneStep() {
        CertificateEntry issued = issued(1);
        OutboxLease lease = revisions().revise(issued, revoked("r1", Ground.FRAUD), END).orElseThrow();
        CertificateEntry revoked = entry(1);
        assertThat(lease.uvci()).isEqualTo(Entries.uvci(1));
        assertThat(revoked.state()).isEqualTo(CertificateState.REVOKED);
        assertThat(revoked.grounds()).containsExactly(Ground.FRAUD);
        assertThat(revoked.revisions()).containsExactly("r1");
        assertThat(revoked.qrText()).isEqualTo(issued.qrText());
        assertThat(outbox().pending(Entries.uvci(1))).containsExactly(Entries.event(1), Entries.event(1, "r1"));
    }

    @Test
    @DisplayName("ADR 0020: what is known of tests is kept with the change, to the nanosecond, until a change says more")
    default void keepsWhenTestsWereCommunicated() {
        TestHistory positive = TestHistory.NONE.positive(Instant.parse("2022-01-20T09:00:00.123456789Z"));
        TestHistory recovered = positive.recovered(Instant.parse("2022-02-01T09:00:00Z"));
        assertThat(issued(1).tests()).isEqualTo(TestHistory.NONE);
        revisions().revise(entry(1), tested("r1", positive), END);
        assertThat(entry(1).tests()).isEqualTo(positive);
        revisions().revise(entry(1), revoked("r2", Ground.FRAUD), END);
        assertThat(entry(1).tests()).isEqualTo(positive);
        revisions().revise(entry(1), tested("r3", recovered), END);
        assertThat(entry(1).tests()).isEqualTo(recovered);
    }

    @Test
    @DisplayName("ADR 0020: also of a certificate that is not known yet, and over its notification")
    default void keepsWhenTestsWereCommunicatedOfATombstone() {
        TestHistory positive = TestHistory.NONE.positive(Instant.parse("2022-01-20T09:00:00Z"));
        revisions().entomb(Entries.uvci(1), Events.cuev(1), tested("early", positive), END);
        assertThat(entry(1).tests()).isEqualTo(positive);
        revisions().meet(Entries.entry(1, Entries.DEFERRED), END);
        assertThat(entry(1).tests()).isEqualTo(positive);
    }

    private static Revision tested(String id, TestHistory tests) {
        return new Revision(CertificateState.REVOKED_BEFORE_ISSUE, Set.of(Ground.POSITIVE_TEST), id, List.of(), tests);
    }

    @Test
    default void changesNothingThatWasChangedMeanwhile() {
        CertificateEntry issued = issued(1);
        revisions().revise(issued, revoked("r1", Ground.FRAUD), END);
        assertThat(revisions().revise(issued, revoked("r2", Ground.POSITIVE_TEST), END)).isEmpty();
        assertThat(entry(1).grounds()).containsExactly(Ground.FRAUD);
    }

    @Test
    default void losesNoGroundWhereManyComeAtOnce() throws InterruptedException, ExecutionException {
        issued(1);
        List<Ground> grounds = List.of(Ground.values());
        Together.run(6, () -> {
            for (Ground ground : grounds) {
                add(ground);
            }
            return true;
        });
        assertThat(entry(1).grounds()).containsExactlyInAnyOrder(Ground.values());
        assertThat(entry(1).revisions()).hasSize(18);
    }

    private void add(Ground ground) {
        Optional<OutboxLease> lease = Optional.empty();
        while (lease.isEmpty()) {
            CertificateEntry from = entry(1);
            Set<Ground> grounds = new HashSet<>(from.grounds());
            grounds.add(ground);
            lease = revisions().revise(from, new Revision(CertificateState.REVOKED, grounds,
                    "r" + from.revisions().size(), List.of()), END);
        }
    }

    @Test
    @DisplayName("architecture D6: a revocation that arrives before its notification wins")
    default void keepsARevocationForANotificationToCome() {
        assertThat(entomb(1)).isPresent();
        assertThat(registry().find(Events.cuev(1)).orElseThrow().isTombstone()).isTrue();
        assertThat(registry().add(Entries.entry(1, Entries.PINNED))).isFalse();
        assertThat(entomb(1)).isEmpty();
        revisions().meet(Entries.entry(1, Entries.DEFERRED), END);
        CertificateEntry met = entry(1);
        assertThat(met.isTombstone()).isFalse();
        assertThat(met.state()).isEqualTo(CertificateState.REVOKED_BEFORE_ISSUE);
        assertThat(met.record()).hasValue(Entries.record(1));
        assertThat(met.revisions()).containsExactly("early");
        assertThat(outbox().pending(Entries.uvci(1))).containsExactly(Entries.event(1, "early"));
    }

    @Test
    @DisplayName("a decision about a tombstone does not hold once its notification has come")
    default void decidesAnewWhenTheNotificationComesInBetween() {
        entomb(1);
        CertificateEntry tombstone = entry(1);
        revisions().meet(Entries.entry(1, Entries.DEFERRED), END);
        assertThat(revisions().revise(tombstone, new Revision(CertificateState.REVOKED_BEFORE_ISSUE, Set.of(),
                "lifted", List.of()), END)).isEmpty();
        assertThat(entry(1).grounds()).containsExactly(Ground.POSITIVE_TEST);
    }

    @Test
    default void goesOnWithANotificationWhoseRevocationWasLiftedBefore() {
        entomb(1);
        revisions().revise(entry(1), new Revision(CertificateState.REVOKED_BEFORE_ISSUE, Set.of(), "lifted",
                List.of()), END);
        revisions().meet(Entries.entry(1, Entries.DEFERRED), END);
        assertThat(entry(1).state()).isEqualTo(CertificateState.DEFERRED);
        assertThat(registry().due(Entries.FIRST_DAY, 10)).extracting(DueCertificate::uvci)
                .containsExactly(Entries.uvci(1));
    }

    @Test
    default void putsWhatIsResumedBackAmongTheDue() {
        registry().add(Entries.entry(1, Entries.DEFERRED));
        revisions().revise(entry(1), new Revision(CertificateState.REVOKED_BEFORE_ISSUE, Set.of(Ground.POSITIVE_TEST),
                "r1", List.of()), END);
        registry().settled(new DueCertificate(Entries.FIRST_DAY, Entries.uvci(1)));
        revisions().revise(entry(1), new Revision(CertificateState.DEFERRED, Set.of(), "r2", List.of()), END);
        assertThat(registry().due(Entries.FIRST_DAY, 10)).hasSize(1);
    }

    @Test
    default void stopsTheIssueOfAPinnedCertificate() {
        registry().add(Entries.entry(1, Entries.PINNED));
        revisions().revise(entry(1), new Revision(CertificateState.REVOKED_BEFORE_ISSUE, Set.of(Ground.FRAUD), "r1",
                List.of()), END);
        assertThat(registry().issue(new SignedCertificate(Entries.uvci(1), Entries.SIGNED, Set.of(), List.of())))
                .isEmpty();
        assertThat(entry(1).qrText()).isEmpty();
    }

    @Test
    default void tellsOnceThatARevokedCertificateHasEnded() {
        revisions().revise(issued(1), revoked("r1", Ground.FRAUD), END);
        issued(2);
        DueCertificate due = new DueCertificate(END, Entries.uvci(1));
        assertThat(revisions().ended(END.minusDays(1), 10)).isEmpty();
        assertThat(revisions().ended(END, 10)).containsExactly(due);
        revisions().end(due, 1, Entries.event(1, "ended"));
        assertThat(outbox().pending(Entries.uvci(1))).contains(Entries.event(1, "ended"));
        assertThat(revisions().ended(END, 10)).isEmpty();
        clock().advance(Duration.ofDays(1));
        assertThat(outbox().lease(Duration.ofMinutes(1))).isPresent();
    }

    @Test
    default void doesNotTellOfTheEndOfWhatWasRestored() {
        revisions().revise(issued(1), revoked("r1", Ground.POSITIVE_TEST), END);
        revisions().revise(entry(1), new Revision(CertificateState.ISSUED, Set.of(), "r2", List.of()), END);
        revisions().end(new DueCertificate(END, Entries.uvci(1)), 2, Entries.event(1, "ended"));
        assertThat(outbox().pending(Entries.uvci(1))).doesNotContain(Entries.event(1, "ended"));
        assertThat(revisions().ended(END, 10)).isEmpty();
    }

    @Test
    default void looksAgainAtWhatWasRevokedAnewBeforeItsEndWasTold() {
        DueCertificate due = new DueCertificate(END, Entries.uvci(1));
        revisions().revise(issued(1), revoked("r1", Ground.POSITIVE_TEST), END);
        revisions().revise(entry(1), revoked("r2", Ground.FRAUD), END);
        revisions().end(due, 1, Entries.event(1, "too-early"));
        assertThat(outbox().pending(Entries.uvci(1))).doesNotContain(Entries.event(1, "too-early"));
        assertThat(revisions().ended(END, 10)).containsExactly(due);
    }

    @Test
    default void tellsAgainOfTheEndOfWhatWasRevokedAfterIt() {
        DueCertificate due = new DueCertificate(END, Entries.uvci(1));
        revisions().revise(issued(1), revoked("r1", Ground.POSITIVE_TEST), END);
        revisions().end(due, 1, Entries.event(1, "ended"));
        revisions().revise(entry(1), revoked("r2", Ground.FRAUD), END);
        assertThat(revisions().ended(END, 10)).containsExactly(due);
        revisions().end(due, 2, Entries.event(1, "ended-again"));
        assertThat(outbox().pending(Entries.uvci(1))).contains(Entries.event(1, "ended"),
                Entries.event(1, "ended-again"));
        assertThat(revisions().ended(END, 10)).isEmpty();
    }

    @Test
    default void findsWhatADoctorCertified() {
        issued(1);
        registry().add(Entries.entry(2, Entries.DEFERRED));
        List<Uvci> found = new ArrayList<>();
        revisions().forEachOf(Events.DOCTOR.fiscalCode(), found::add);
        assertThat(found).containsExactlyInAnyOrder(Entries.uvci(1),
                Entries.uvci(2));
        found.clear();
        revisions().forEachOf(Events.HOLDER.fiscalCode(), found::add);
        assertThat(found).isEmpty();
    }

    private Optional<OutboxLease> entomb(int number) {
        return revisions().entomb(Entries.uvci(number), Events.cuev(number), new Revision(
                CertificateState.REVOKED_BEFORE_ISSUE, Set.of(Ground.POSITIVE_TEST), "early",
                List.of(Entries.event(number, "early"))), END);
    }

    private CertificateEntry issued(int number) {
        registry().add(Entries.entry(number, Entries.PINNED));
        registry().issue(
                new SignedCertificate(Entries.uvci(number), Entries.SIGNED, Set.of(), List.of(Entries.event(number))));
        return entry(number);
    }

    private static Revision revoked(String id, Ground ground) {
        return new Revision(CertificateState.REVOKED, Set.of(ground), id, List.of(Entries.event(1, id)));
    }

    private CertificateEntry entry(int number) {
        return registry().find(Entries.uvci(number)).orElseThrow();
    }
}
