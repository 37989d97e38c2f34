package it.dgc.generation.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.micrometer.core.instrument.MeterRegistry;
import it.dgc.generation.delivery.DeliveryOutcome.Accepted;
import it.dgc.generation.delivery.DeliveryOutcome.Refused;
import it.dgc.generation.delivery.DeliveryOutcome.Scope;
import it.dgc.generation.delivery.DeliveryOutcome.TriedLater;
import it.dgc.generation.registry.Channel;
import it.dgc.generation.registry.Deliveries;
import it.dgc.generation.registry.DueDelivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Sends what is due, one message at a time, so that a kill of the process repeats one at most. Failures are transient and
 * waited out without end, or permanent (architecture D7).
 */
class DeliveryJob {

    static final String SCHEDULER = "deliveryScheduler";
    /** Longer than any sending, so that nobody else sends a message while it is under way. */
    static final Duration LEASE = Duration.ofSeconds(60);
    /** Cuts off what the time limits of single network operations add up to, and a peer that answers by drops. */
    static final Duration LONGEST_SENDING = Duration.ofSeconds(45);
    /** An operator who configures a channel sees the waiting messages leave within this time. */
    static final Duration UNCONFIGURED_PAUSE = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryJob.class);

    private final Deliveries deliveries;
    private final MessageComposer composer;
    private final Map<Channel, MessageChannel> channels;
    private final MeterRegistry meters;
    private final Clock clock;
    private volatile boolean closing;

    DeliveryJob(Deliveries deliveries, MessageComposer composer, Map<Channel, MessageChannel> channels,
            MeterRegistry meters, Clock clock) {
        this.deliveries = deliveries;
        this.composer = composer;
        this.channels = channels;
        this.meters = meters;
        this.clock = clock;
    }

    /** A message whose end could not be written stays leased, and is repeated under the same name when that runs out. */
    @Scheduled(fixedDelayString = "${dgc.delivery.look-every:1s}", scheduler = SCHEDULER)
    void look() {
        try {
            sendAllDue();
        } catch (RuntimeException e) {
            LOG.warn("The messages that are due cannot be reached now: {}", e.getClass().getName());
        }
    }

    /** The message under way is finished, no other is begun. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    private void sendAllDue() {
        Set<Channel> halted = EnumSet.noneOf(Channel.class);
        for (Optional<DueDelivery> due = next(); due.isPresent(); due = next()) {
            handle(due.get(), halted);
        }
    }

    private Optional<DueDelivery> next() {
        return closing ? Optional.empty() : deliveries.lease(LEASE);
    }

    private void handle(DueDelivery due, Set<Channel> halted) {
        MessageChannel channel = channels.get(due.channel());
        if (channel == null) {
            count("waiting", due);
            deliveries.postpone(due, clock.instant().plus(UNCONFIGURED_PAUSE));
        } else if (halted.contains(due.channel())) {
            postpone(due);
        } else {
            settle(due, outcome(due, channel), halted);
        }
    }

    private void settle(DueDelivery due, DeliveryOutcome outcome, Set<Channel> halted) {
        switch (outcome) {
            case Accepted() -> {
                deliveries.delivered(due);
                count("sent", due);
            }
            case Refused(String reason) -> {
                deliveries.undeliverable(due, reason);
                count("refused", due);
                LOG.warn("A message by {} can never be delivered: {}", due.channel(), reason);
            }
            case TriedLater(String reason, Scope scope) -> {
                if (scope == Scope.CHANNEL && halted.add(due.channel())) {
                    LOG.warn("{} takes no messages now: {}", due.channel(), reason);
                }
                postpone(due);
            }
        }
    }

    private void postpone(DueDelivery due) {
        deliveries.postpone(due, clock.instant().plus(Pauses.after(due.attempt())));
        count("postponed", due);
    }

    /** A message that cannot be composed today is not given up: a repaired program may know how. */
    private DeliveryOutcome outcome(DueDelivery due, MessageChannel channel) {
        try {
            Optional<HolderMessage> message = composer.compose(due);
            return message.isPresent() ? inTime(channel, message.get()) : new Refused("NO_ADDRESS");
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    private static DeliveryOutcome inTime(MessageChannel channel, HolderMessage message) {
        FutureTask<DeliveryOutcome> sending = new FutureTask<>(() -> channel.send(message));
        // Of a virtual thread an interrupt closes the socket, whatever the library does meanwhile.
        Thread.ofVirtual().name("delivery-sending").start(sending);
        try {
            return sending.get(LONGEST_SENDING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new TriedLater("TIMEOUT", Scope.CHANNEL);
        } catch (ExecutionException e) {
            return failed(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new TriedLater("INTERRUPTED", Scope.CHANNEL);
        } finally {
            sending.cancel(true);
        }
    }

    /** The kind alone is logged: messages of exceptions can quote what was sent. */
    private static DeliveryOutcome failed(Throwable failure) {
        LOG.warn("A message could not be composed or sent: {}", failure.getClass().getName());
        return new TriedLater("FAILED", Scope.MESSAGE);
    }

    private void count(String what, DueDelivery due) {
        meters.counter("dgc.delivery." + what, "channel", due.channel().name()).increment();
    }
}
