package it.dgc.generation.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

import it.dgc.common.uvci.Uvci;
import it.dgc.generation.testing.Events;
import it.dgc.generation.testing.MutableClock;
import it.dgc.generation.testing.Together;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every register of messages keeps: none is forgotten, and none is with two senders at once. */
public interface DeliveriesContract {

    Duration LEASE = Duration.ofMinutes(1);
    Duration TICK = Duration.ofMillis(1);
    int SENDERS = 8;

    Deliveries deliveries();

    MutableClock clock();

    /** Makes one message due now, beside what is there. */
    void enter(Uvci uvci, String record, Channel channel);

    @Test
    default void hasNothingToSendAtFirst() {
        assertThat(deliveries().lease(LEASE)).isEmpty();
    }

    @Test
    default void handsOutWhatWasEntered() {
        enter(Channel.EMAIL, 1);
        assertThat(deliveries().lease(LEASE))
                .contains(new DueDelivery(Entries.uvci(1), Channel.EMAIL, 0, Entries.record(1)));
    }

    @Test
    default void leasesToOneSenderUntilTheLeaseRunsOut() {
        enter(Channel.SMS, 1);
        deliveries().lease(LEASE);
        clock().advance(LEASE.minus(TICK));
        assertThat(deliveries().lease(LEASE)).isEmpty();
        clock().advance(TICK.multipliedBy(2));
        assertThat(deliveries().lease(LEASE)).map(DueDelivery::uvci).contains(Entries.uvci(1));
    }

    @Test
    default void forgetsWhatWasDelivered() {
        enter(Channel.EMAIL, 1);
        deliveries().delivered(leased());
        clock().advance(Duration.ofDays(365));
        assertThat(deliveries().lease(LEASE)).isEmpty();
    }

    @Test
    default void givesUpWhatCanNeverBeDelivered() {
        enter(Channel.EMAIL, 1);
        deliveries().undeliverable(leased(), "SMTP_550");
        clock().advance(Duration.ofDays(365));
        assertThat(deliveries().lease(LEASE)).isEmpty();
    }

    @Test
    default void waitsWithWhatIsPostponedAndCountsTheAttempts() {
        enter(Channel.SMS, 1);
        Instant at = clock().instant().plusSeconds(30);
        deliveries().postpone(leased(), at);
        clock().pin(at.minus(TICK));
        assertThat(deliveries().lease(LEASE)).isEmpty();
        clock().pin(at.plus(TICK));
        DueDelivery second = leased();
        assertThat(second).isEqualTo(new DueDelivery(Entries.uvci(1), Channel.SMS, 1, Entries.record(1)));
        deliveries().postpone(second, clock().instant().plusSeconds(30));
        clock().advance(Duration.ofSeconds(30).plus(TICK));
        assertThat(leased().attempt()).isEqualTo(2);
    }

    @Test
    @DisplayName("a holder with address and number gets both, whatever becomes of one")
    default void keepsTheChannelsOfACertificateApart() {
        enter(Channel.EMAIL, 1);
        enter(Channel.SMS, 1);
        DueDelivery first = leased();
        deliveries().undeliverable(first, "NO_ADDRESS");
        DueDelivery second = leased();
        assertThat(List.of(first.channel(), second.channel())).containsExactlyInAnyOrder(Channel.values());
        deliveries().delivered(second);
        clock().advance(Duration.ofDays(1));
        assertThat(deliveries().lease(LEASE)).isEmpty();
    }

    @Test
    @DisplayName("the mail server has it, though the lease had run out: it is sent no third time")
    default void believesASenderThatWasTooSlow() {
        enter(Channel.EMAIL, 1);
        DueDelivery slow = leased();
        clock().advance(LEASE.plus(TICK));
        DueDelivery successor = leased();
        deliveries().delivered(slow);
        deliveries().postpone(successor, clock().instant());
        clock().advance(Duration.ofDays(1));
        assertThat(deliveries().lease(LEASE)).isEmpty();
    }

    @Test
    default void givesNoTwoSendersTheSameAtOnce() throws InterruptedException, ExecutionException {
        IntStream.rangeClosed(1, 40).forEach(number -> enter(Channel.EMAIL, number));
        List<Uvci> all = Together.run(SENDERS, this::everythingThatIsDue).stream().flatMap(List::stream).toList();
        assertThat(all).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    default void printsNothingPersonal() {
        enter(Channel.EMAIL, 1);
        assertThat(leased().toString()).doesNotContain(Entries.uvci(1).value())
                .doesNotContain(Events.personalTexts(Events.exemption(1, "2022-01-10", null)));
    }

    private void enter(Channel channel, int number) {
        enter(Entries.uvci(number), Entries.record(number), channel);
    }

    private DueDelivery leased() {
        return deliveries().lease(LEASE).orElseThrow();
    }

    private List<Uvci> everythingThatIsDue() {
        List<Uvci> mine = new ArrayList<>();
        for (Optional<DueDelivery> due = deliveries().lease(LEASE); due.isPresent(); due = deliveries().lease(LEASE)) {
            mine.add(due.get().uvci());
        }
        return mine;
    }
}
