package it.dgc.generation.registry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

import it.dgc.common.uvci.Uvci;
import it.dgc.generation.testing.MutableClock;
import it.dgc.generation.testing.Together;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the outboxes of every register keep: an event is sent at least once, and by one relay at a time. */
public interface OutboxContract {

    int RELAYS = 8;
    Duration MINUTE = Duration.ofMinutes(1);
    Duration MOMENT = Duration.ofMillis(1);

    CertificateRegistry registry();

    Outbox outbox();

    MutableClock clock();

    @Test
    default void holdsNothingBeforeACertificateIsIssued() {
        registry().add(Entries.entry(1, Entries.PINNED));
        clock().advance(Duration.ofDays(1));
        assertThat(outbox().pending(Entries.uvci(1))).isEmpty();
        assertThat(outbox().lease(MINUTE)).isEmpty();
    }

    @Test
    default void leasesTheEventToWhoeverIssued() {
        OutboxLease lease = issued(1);
        assertThat(lease.uvci()).isEqualTo(Entries.uvci(1));
        assertThat(lease.until()).isAfter(clock().instant());
        assertThat(outbox().pending(Entries.uvci(1))).containsExactly(Entries.event(1));
        assertThat(outbox().lease(MINUTE)).isEmpty();
    }

    @Test
    default void forgetsWhatWasSent() {
        OutboxLease lease = issued(1);
        outbox().sent(lease, List.of(Entries.event(1)));
        clock().advance(Duration.ofDays(1));
        assertThat(outbox().pending(Entries.uvci(1))).isEmpty();
        assertThat(outbox().lease(MINUTE)).isEmpty();
    }

    @Test
    default void keepsWhatWasNotSent() {
        OutboxLease lease = issued(1);
        outbox().sent(lease, List.of(Entries.event(1, "another")));
        assertThat(outbox().pending(Entries.uvci(1))).containsExactly(Entries.event(1));
    }

    @Test
    default void leavesTheEventsOfOthers() {
        issued(1);
        OutboxLease second = issued(2);
        outbox().sent(second, List.of(Entries.event(1), Entries.event(2)));
        assertThat(outbox().pending(Entries.uvci(1))).containsExactly(Entries.event(1));
        assertThat(outbox().pending(Entries.uvci(2))).isEmpty();
    }

    @Test
    @DisplayName("of many that were sent together, each leaves its outbox, and what another of them has left stays")
    default void forgetsOfManyWhatWasSent() {
        List<LeasedMessages> sent = IntStream.rangeClosed(1, 3)
                .mapToObj(n -> new LeasedMessages(issued(n), List.of(Entries.event(n)))).toList();
        OutboxLease more = issued(4);
        outbox().sent(List.of(sent.get(0), sent.get(1)));
        outbox().sent(List.of(sent.get(2), new LeasedMessages(more, List.of(Entries.event(4, "another")))));
        clock().advance(Duration.ofDays(1));
        assertThat(IntStream.rangeClosed(1, 3).mapToObj(n -> outbox().pending(Entries.uvci(n))))
                .containsOnly(List.of());
        assertThat(leaseAll()).containsExactly(Entries.uvci(4));
        assertThat(outbox().pending(Entries.uvci(4))).containsExactly(Entries.event(4));
    }

    @Test
    @DisplayName("who issued and went away is replaced when the lease has run out, not before")
    default void leasesAnewOnlyAfterTheLeaseRanOut() {
        OutboxLease first = issued(1);
        clock().pin(first.until().minus(MOMENT));
        assertThat(outbox().lease(MINUTE)).isEmpty();
        clock().pin(first.until().plus(MOMENT));
        OutboxLease second = outbox().lease(MINUTE).orElseThrow();
        assertThat(second).isEqualTo(new OutboxLease(Entries.uvci(1), clock().instant().plus(MINUTE)));
        assertThat(outbox().lease(MINUTE)).isEmpty();
        clock().pin(second.until().plus(MOMENT));
        assertThat(outbox().lease(MINUTE)).isPresent();
    }

    @Test
    @DisplayName("a relay that was too slow ends its own lease only")
    default void keepsTheLeaseOfWhoeverTookOver() {
        OutboxLease slow = issued(1);
        clock().pin(slow.until().plus(MOMENT));
        OutboxLease successor = outbox().lease(MINUTE).orElseThrow();
        outbox().sent(slow, List.of());
        clock().pin(successor.until().plus(MOMENT));
        assertThat(outbox().lease(MINUTE)).isPresent();
    }

    @Test
    @DisplayName("a second attempt to issue takes nothing from the first")
    default void keepsTheEventWhereAnotherTriesToIssue() {
        issued(1);
        registry().issue(
                new SignedCertificate(Entries.uvci(1), Entries.SIGNED, Set.of(), List.of(Entries.event(1, "again"))));
        assertThat(outbox().pending(Entries.uvci(1))).containsExactly(Entries.event(1));
        clock().advance(Duration.ofDays(1));
        assertThat(outbox().lease(MINUTE)).isPresent();
    }

    @Test
    @DisplayName("a relay that comes between the announcement and its event leaves the announcement standing")
    default void keepsTheAnnouncementOfACertificateThatIsBeingIssued() {
        assertThat(registry()
                .issue(new SignedCertificate(Entries.uvci(1), Entries.SIGNED, Set.of(), List.of(Entries.event(1)))))
                .isEmpty();
        registry().add(Entries.entry(1, Entries.PINNED));
        clock().advance(Duration.ofDays(1));
        outbox().sent(outbox().lease(MINUTE).orElseThrow(), List.of());
        clock().advance(Duration.ofDays(1));
        assertThat(outbox().lease(MINUTE)).isPresent();
    }

    @Test
    @DisplayName("a refusal's message waits for the sweep")
    default void keepsTheMessageOfARefusal() {
        registry().add(Entries.entry(1, new NewCertificate.Refused("ENDED", List.of(Entries.event(1, "refused")))));
        registry().add(Entries.entry(2, Entries.DEFERRED));
        registry().refuse(Entries.uvci(2), "ENDED", Entries.FIRST_DAY, List.of(Entries.event(2, "refused")));
        clock().advance(Duration.ofDays(1));
        assertThat(leaseAll()).containsExactlyInAnyOrder(Entries.uvci(1), Entries.uvci(2));
        assertThat(outbox().pending(Entries.uvci(1))).containsExactly(Entries.event(1, "refused"));
        assertThat(outbox().pending(Entries.uvci(2))).containsExactly(Entries.event(2, "refused"));
    }

    @Test
    @DisplayName("an announcement whose step is still to come is not forgotten, one whose step never came is")
    default void keepsAnAnnouncementAsLongAsAStepMayTake() {
        registry().issue(new SignedCertificate(Entries.uvci(1), Entries.SIGNED, Set.of(), List.of(Entries.event(1))));
        clock().advance(Duration.ofMinutes(2));
        outbox().sent(outbox().lease(MINUTE).orElseThrow(), List.of());
        clock().advance(Duration.ofMinutes(2));
        assertThat(outbox().lease(MINUTE)).isPresent();
        clock().advance(Duration.ofHours(2));
        outbox().sent(outbox().lease(MINUTE).orElseThrow(), List.of());
        clock().advance(Duration.ofDays(1));
        assertThat(outbox().lease(MINUTE)).isEmpty();
    }

    @Test
    @DisplayName("a sweep crosses off no announcement whose step may still be on its way, and one that is old it does")
    default void keepsAYoungAnnouncementThatASweepFindsNothingFor() {
        outbox().sent(issued(1), List.of(Entries.event(1)));
        registry().issue(new SignedCertificate(Entries.uvci(1), Entries.SIGNED, Set.of(), List.of()));
        clock().advance(MINUTE);
        outbox().sent(outbox().lease(MINUTE).orElseThrow(), List.of());
        assertThat(outbox().lease(MINUTE)).as("its lease governs when it is looked at again").isEmpty();
        clock().advance(Duration.ofMinutes(2));
        OutboxLease again = outbox().lease(MINUTE).orElseThrow();
        clock().advance(Duration.ofMinutes(3));
        outbox().sent(again, List.of());
        clock().advance(Duration.ofDays(1));
        assertThat(outbox().lease(MINUTE)).isEmpty();
    }

    @Test
    @DisplayName("who took a step crosses off its own announcement, not that of another's step")
    default void keepsTheAnnouncementOfAnother() {
        registry().issue(new SignedCertificate(Entries.uvci(1), Entries.SIGNED, Set.of(), List.of()));
        outbox().sent(issued(1), List.of(Entries.event(1)));
        clock().advance(MINUTE);
        assertThat(outbox().lease(MINUTE)).isPresent();
    }

    @Test
    default void givesNoTwoRelaysTheSameAtOnce() throws InterruptedException, ExecutionException {
        IntStream.rangeClosed(1, 40).forEach(this::issued);
        clock().advance(Duration.ofDays(1));
        List<Uvci> leased = Together.run(RELAYS, this::leaseAll).stream().flatMap(List::stream).toList();
        assertThat(leased).containsExactlyInAnyOrderElementsOf(
                IntStream.rangeClosed(1, 40).mapToObj(Entries::uvci).toList());
    }

    private OutboxLease issued(int number) {
        registry().add(Entries.entry(number, Entries.PINNED));
        return registry()
                .issue(new SignedCertificate(Entries.uvci(number), Entries.SIGNED, Set.of(),
                        List.of(Entries.event(number))))
                .orElseThrow();
    }

    private List<Uvci> leaseAll() {
        List<Uvci> leased = new ArrayList<>();
        Optional<OutboxLease> lease = outbox().lease(MINUTE);
        while (lease.isPresent()) {
            leased.add(lease.get().uvci());
            lease = outbox().lease(MINUTE);
        }
        return leased;
    }
}
