package it.dgc.generation.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.registry.LeasedMessages;
import it.dgc.generation.registry.Outbox;
import it.dgc.generation.registry.OutboxLease;
import it.dgc.generation.registry.OutboxMessage;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("architecture D4: events leave by a leased relay")
class KafkaEventRelayTest {

    private static final OutboxLease LEASE = new OutboxLease(Uvci.derive(new byte[32]), Instant.EPOCH);

    private final Waiting outbox = new Waiting(3);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void sendsAllThatWaits() {
        new KafkaEventRelay(outbox, new Broker(true), meters).sweep();
        assertThat(outbox.sent).hasSize(3);
        assertThat(meters.counter("dgc.outbox.postponed").count()).isZero();
    }

    @Test
    @DisplayName("stops at the first event that the broker refuses, and leaves it where it was")
    void stopsWhileTheBrokerIsAway() {
        Broker away = new Broker(false);
        new KafkaEventRelay(outbox, away, meters).sweep();
        assertThat(away.asked).isEqualTo(1);
        assertThat(outbox.sent).isEmpty();
        assertThat(meters.counter("dgc.outbox.postponed").count()).isEqualTo(1);
    }

    @Test
    @DisplayName("whoever issues is not kept from it by a broker that is away")
    void doesNotThrowAtTheOneWhoIssues() {
        new KafkaEventRelay(outbox, new Broker(false), meters).relay(outbox.lease(Duration.ZERO).orElseThrow());
        assertThat(outbox.sent).isEmpty();
    }

    @Test
    @DisplayName("of many that leave together, those that the broker took leave their outboxes, and the others wait")
    void keepsOfManyWhatTheBrokerDidNotTake() {
        List<LeasedMessages> leased = IntStream.rangeClosed(1, 4).mapToObj(n -> new LeasedMessages(
                LEASE, List.of(new OutboxMessage("event-" + n, "topic", "k", "{}"))))
                .toList();
        Broker faltering = new Broker(true);
        faltering.refusesFrom = 3;
        new KafkaEventRelay(outbox, faltering, meters).relay(leased);
        assertThat(outbox.sent).extracting(OutboxMessage::eventId).containsExactly("event-1", "event-2");
        assertThat(meters.counter("dgc.outbox.postponed").count()).isEqualTo(2);
    }

    @Test
    @DisplayName("architecture D7: a broker that is away is waited out, so its failure must be known for one")
    void tellsThatTheBrokerIsAwayWhereNoOutboxKeepsWhatIsSent() {
        List<OutboxMessage> messages = List.of(new OutboxMessage("event", "topic", "key", "{}"));
        assertThatExceptionOfType(KafkaException.class)
                .isThrownBy(() -> new KafkaEventRelay(outbox, new Broker(false), meters).send(messages));
    }

    /** A broker that takes everything, or nothing. */
    private static final class Broker extends KafkaTemplate<byte[], byte[]> {

        private final boolean there;
        private int asked;
        private int refusesFrom = Integer.MAX_VALUE;

        Broker(boolean there) {
            super(new DefaultKafkaProducerFactory<>(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1"),
                    new ByteArraySerializer(), new ByteArraySerializer()));
            this.there = there;
        }

        @Override
        public CompletableFuture<SendResult<byte[], byte[]>> send(String topic, byte[] key, byte[] value) {
            asked++;
            return there && asked < refusesFrom
                    ? CompletableFuture.completedFuture(null)
                    : CompletableFuture.failedFuture(new KafkaException("away"));
        }
    }

    /** Some aggregates with an event each, whose leases have run out. */
    private static final class Waiting implements Outbox {

        private final List<OutboxLease> leases = new ArrayList<>();
        private final List<OutboxMessage> sent = new ArrayList<>();

        Waiting(int count) {
            for (int i = 0; i < count; i++) {
                byte[] digest = new byte[32];
                digest[0] = (byte) i;
                leases.add(new OutboxLease(Uvci.derive(digest), Instant.EPOCH));
            }
        }

        @Override
        public List<OutboxMessage> pending(Uvci uvci) {
            return List.of(new OutboxMessage("event", "topic", uvci.value(), "{}"));
        }

        @Override
        public void sent(List<LeasedMessages> delivered) {
            delivered.forEach(one -> sent.addAll(one.messages()));
        }

        @Override
        public Optional<OutboxLease> lease(Duration time) {
            return leases.isEmpty() ? Optional.empty() : Optional.of(leases.removeFirst());
        }
    }
}
