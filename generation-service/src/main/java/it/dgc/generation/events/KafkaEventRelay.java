package it.dgc.generation.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import it.dgc.generation.registry.LeasedMessages;
import it.dgc.generation.registry.Outbox;
import it.dgc.generation.registry.OutboxLease;
import it.dgc.generation.registry.OutboxMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.Scheduled;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Sends the events by Kafka; an event is taken out of its outbox only after the broker has acknowledged it. */
class KafkaEventRelay implements EventRelay {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaEventRelay.class);
    private static final Duration SWEEP_LEASE = Duration.ofSeconds(60);

    private final Outbox outbox;
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final Counter postponed;

    KafkaEventRelay(Outbox outbox, KafkaTemplate<byte[], byte[]> kafka, MeterRegistry meters) {
        this.outbox = outbox;
        this.kafka = kafka;
        this.postponed = meters.counter("dgc.outbox.postponed");
    }

    @Override
    public void relay(OutboxLease lease) {
        deliver(lease);
    }

    @Override
    public void relay(List<LeasedMessages> leased) {
        deliver(leased);
    }

    @Override
    public void send(List<OutboxMessage> messages) {
        try {
            CompletableFuture.allOf(messages.stream().map(this::send).toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw new KafkaException("The broker did not take what was to be sent", e);
        }
    }

    /** Stops at the first events that the broker refuses: while it is away, the others would wait in vain as well. */
    @Scheduled(fixedDelayString = "${dgc.outbox.sweep-every:5s}")
    void sweep() {
        Optional<OutboxLease> lease = outbox.lease(SWEEP_LEASE);
        while (lease.isPresent() && deliver(lease.get())) {
            lease = outbox.lease(SWEEP_LEASE);
        }
    }

    private boolean deliver(OutboxLease lease) {
        return deliver(List.of(new LeasedMessages(lease, outbox.pending(lease.uvci()))));
    }

    /** @return whether the broker took all */
    private boolean deliver(List<LeasedMessages> leased) {
        List<CompletableFuture<?>> sending = sendAll(leased);
        List<LeasedMessages> sent = IntStream.range(0, sending.size()).filter(i -> isTaken(sending.get(i)))
                .mapToObj(leased::get).toList();
        if (sent.size() < leased.size()) {
            postponed.increment(leased.size() - sent.size());
            LOG.warn("The broker did not take the events of {} certificates; they stay in their outboxes",
                    leased.size() - sent.size());
        }
        if (!sent.isEmpty()) {
            outbox.sent(sent);
        }
        return sent.size() == leased.size();
    }

    /** @return what becomes of the first ones; of none after those that the broker refused at once */
    private List<CompletableFuture<?>> sendAll(List<LeasedMessages> leased) {
        List<CompletableFuture<?>> sending = new ArrayList<>(leased.size());
        try {
            leased.forEach(one -> sending.add(
                    CompletableFuture
                            .allOf(one.messages().stream().map(this::send).toArray(CompletableFuture[]::new))));
        } catch (KafkaException e) {
            LOG.warn("The broker takes nothing: {}", e.getClass().getName());
        }
        return sending;
    }

    private static boolean isTaken(CompletableFuture<?> sending) {
        try {
            sending.join();
            return true;
        } catch (CompletionException refused) {
            return false;
        }
    }

    private CompletableFuture<?> send(OutboxMessage message) {
        return kafka.send(message.topic(), message.key().getBytes(UTF_8), message.value().getBytes(UTF_8));
    }
}
