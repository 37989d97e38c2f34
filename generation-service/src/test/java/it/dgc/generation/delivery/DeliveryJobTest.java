package it.dgc.generation.delivery;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import it.dgc.generation.delivery.DeliveryOutcome.Accepted;
import it.dgc.generation.delivery.DeliveryOutcome.Refused;
import it.dgc.generation.delivery.DeliveryOutcome.Scope;
import it.dgc.generation.delivery.DeliveryOutcome.TriedLater;
import it.dgc.generation.registry.Channel;
import it.dgc.generation.registry.Deliveries;
import it.dgc.generation.registry.DueDelivery;
import it.dgc.generation.secrets.Secrets;
import it.dgc.generation.testing.InMemoryDeliveries;
import it.dgc.generation.testing.MutableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The messages that are due")
class DeliveryJobTest {

    private static final DeliveryOutcome ACCEPTED = new Accepted();
    private static final DeliveryOutcome LATER = new TriedLater("SMTP_450", Scope.MESSAGE);
    private static final DeliveryOutcome DOWN = new TriedLater("NO_CONNECTION", Scope.CHANNEL);

    private final MutableClock clock = MutableClock.pinned("2022-01-10T09:00:00Z");
    private final InMemoryDeliveries deliveries = new InMemoryDeliveries(clock);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Map<Channel, MessageChannel> channels = new HashMap<>();
    private final List<HolderMessage> tried = new ArrayList<>();
    private Secrets secrets;
    private DeliveryJob job;

    @BeforeEach
    void open(@TempDir Path directory) {
        secrets = Secrets.loadOrCreate(directory);
        job = job(deliveries);
    }

    @Test
    void areSentOnceInTheOrderInWhichTheyCame() {
        answer(Channel.EMAIL, message -> ACCEPTED);
        answer(Channel.SMS, message -> ACCEPTED);
        enter(1, Channel.EMAIL, Channel.SMS);
        enter(2, Channel.EMAIL);
        look();
        assertThat(tried).extracting(HolderMessage::to).containsExactly("p1@example.org", "+39333000001",
                "p2@example.org");
        clock.advance(Duration.ofDays(1));
        look();
        assertThat(tried).hasSize(3);
        assertThat(deliveries.waiting()).isZero();
        assertThat(count("sent", Channel.EMAIL)).isEqualTo(2);
        assertThat(count("sent", Channel.SMS)).isEqualTo(1);
    }

    @Test
    void areGivenUpWithTheReasonWhereTheyCanNeverBeDelivered() {
        answer(Channel.EMAIL, message -> new Refused("SMTP_550"));
        enter(1, Channel.EMAIL);
        look();
        assertThat(deliveries.givenUp(Letters.uvci(1), Channel.EMAIL)).contains("SMTP_550");
        assertThat(count("refused", Channel.EMAIL)).isEqualTo(1);
    }

    @Test
    void areGivenUpWhereThereIsNoAddress() {
        answer(Channel.SMS, message -> ACCEPTED);
        deliveries.enter(Letters.uvci(1), Letters.record("m@example.org", null), Channel.SMS);
        look();
        assertThat(deliveries.givenUp(Letters.uvci(1), Channel.SMS)).contains("NO_ADDRESS");
        assertThat(tried).isEmpty();
    }

    @Test
    @DisplayName("are tried again without end, with pauses that grow to a quarter of an hour")
    void areTriedAgain() {
        answer(Channel.EMAIL, message -> LATER);
        enter(1, Channel.EMAIL);
        List<Duration> pauses = new ArrayList<>();
        for (int attempt = 0; attempt < 13; attempt++) {
            look();
            Instant before = clock.instant();
            while (deliveries.lease(Duration.ZERO).isEmpty()) {
                clock.advance(Duration.ofSeconds(1));
            }
            pauses.add(Duration.between(before, clock.instant()));
        }
        assertThat(tried).hasSize(13).containsOnly(tried.getFirst());
        assertThat(pauses).startsWith(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4))
                .endsWith(Duration.ofMinutes(15), Duration.ofMinutes(15)).isSorted();
        assertThat(count("postponed", Channel.EMAIL)).isEqualTo(13);
    }

    @Test
    @DisplayName("wait where their channel is down; it is asked once a look, and the other channel goes on")
    void doNotAskAChannelThatIsDownAgain() {
        answer(Channel.EMAIL, message -> DOWN);
        answer(Channel.SMS, message -> ACCEPTED);
        for (int number = 1; number <= 5; number++) {
            enter(number, Channel.EMAIL, Channel.SMS);
        }
        look();
        assertThat(tried).extracting(HolderMessage::to).filteredOn(to -> to.contains("@")).hasSize(1);
        assertThat(count("sent", Channel.SMS)).isEqualTo(5);
        assertThat(deliveries.waiting()).isEqualTo(5);

        answer(Channel.EMAIL, message -> ACCEPTED);
        clock.advance(Duration.ofSeconds(2));
        look();
        assertThat(deliveries.waiting()).isZero();
    }

    @Test
    @DisplayName("the process dies between acceptance and note: one repetition, under the same name")
    void areRepeatedUnderTheSameName() {
        answer(Channel.EMAIL, message -> ACCEPTED);
        enter(1, Channel.EMAIL);
        enter(2, Channel.EMAIL);
        job(new Forgetful(deliveries)).look();
        assertThat(tried).as("the second waits for the register").hasSize(1);

        look();
        assertThat(tried).extracting(HolderMessage::to).containsExactly("p1@example.org", "p2@example.org");
        clock.advance(DeliveryJob.LEASE.plusMillis(1));
        look();
        clock.advance(Duration.ofDays(1));
        look();
        assertThat(tried).extracting(HolderMessage::to).containsExactly("p1@example.org", "p2@example.org",
                "p1@example.org");
        assertThat(tried.get(2)).isEqualTo(tried.get(0));
        assertThat(deliveries.waiting()).isZero();
    }

    @Test
    @DisplayName("a record that nobody can read stops no other, and is not given up")
    void goOnPastOneThatCannotBeComposed() {
        answer(Channel.EMAIL, message -> ACCEPTED);
        deliveries.enter(Letters.uvci(1), "no record", Channel.EMAIL);
        enter(2, Channel.EMAIL);
        look();
        assertThat(tried).extracting(HolderMessage::to).containsExactly("p2@example.org");
        assertThat(deliveries.waiting()).isEqualTo(1);
    }

    @Test
    void goOnPastAChannelThatFailsUnexpectedly() {
        answer(Channel.EMAIL, message -> {
            if (message.to().startsWith("p1")) {
                throw new IllegalStateException(message.to());
            }
            return ACCEPTED;
        });
        enter(1, Channel.EMAIL);
        enter(2, Channel.EMAIL);
        look();
        assertThat(tried).hasSize(2);
        assertThat(deliveries.waiting()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    @DisplayName("wait for a channel that is not configured, and go out when it is")
    void waitForAChannel(Channel channel) {
        enter(1, channel);
        look();
        look();
        assertThat(deliveries.waiting()).isEqualTo(1);
        assertThat(count("waiting", channel)).isEqualTo(1);

        answer(channel, message -> ACCEPTED);
        clock.advance(DeliveryJob.UNCONFIGURED_PAUSE);
        look();
        assertThat(deliveries.waiting()).isZero();
    }

    @Test
    void areLeftWhereTheyAreWhileTheRegisterIsAway() {
        answer(Channel.EMAIL, message -> ACCEPTED);
        job(new Forgetful(deliveries)).look();
        assertThat(tried).isEmpty();
    }

    @Test
    @DisplayName("a stop lets the message under way end, and begins no other")
    void areNotBegunDuringAStop() {
        answer(Channel.EMAIL, message -> {
            job.close();
            return ACCEPTED;
        });
        enter(1, Channel.EMAIL);
        enter(2, Channel.EMAIL);
        look();
        assertThat(tried).hasSize(1);
        assertThat(deliveries.waiting()).isEqualTo(1);
    }

    @Test
    @DisplayName("a sending ends before its lease does")
    void areWithOneSenderAtATime() {
        assertThat(DeliveryJob.LONGEST_SENDING).isLessThan(DeliveryJob.LEASE);
    }

    private void look() {
        job.look();
    }

    private DeliveryJob job(Deliveries from) {
        return new DeliveryJob(from, new MessageComposer(secrets), channels, meters, clock);
    }

    private void answer(Channel channel, Function<HolderMessage, DeliveryOutcome> outcome) {
        channels.put(channel, message -> {
            tried.add(message);
            return outcome.apply(message);
        });
    }

    private void enter(int number, Channel... by) {
        for (Channel channel : by) {
            deliveries.enter(Letters.uvci(number),
                    Letters.record("p" + number + "@example.org", "+3933300000" + number), channel);
        }
    }

    private double count(String what, Channel channel) {
        return meters.counter("dgc.delivery." + what, "channel", channel.name()).count();
    }

    /** Hands out what is due, once, and dies before it has noted anything. */
    private static final class Forgetful implements Deliveries {

        private final Deliveries inner;
        private boolean dead;

        Forgetful(Deliveries inner) {
            this.inner = inner;
        }

        @Override
        public Optional<DueDelivery> lease(Duration time) {
            return dead ? died() : inner.lease(time);
        }

        @Override
        public void delivered(DueDelivery delivery) {
            died();
        }

        @Override
        public void undeliverable(DueDelivery delivery, String reason) {
            died();
        }

        @Override
        public void postpone(DueDelivery delivery, Instant at) {
            died();
        }

        private <T> T died() {
            dead = true;
            throw new IllegalStateException("the store is away");
        }
    }
}
