package it.dgc.generation.events;

import java.util.List;

import it.dgc.generation.registry.LeasedMessages;
import it.dgc.generation.registry.OutboxLease;
import it.dgc.generation.registry.OutboxMessage;

/** Carries events from the outboxes to the broker. */
public interface EventRelay {

    /**
     * Sends the pending events of one aggregate. What the broker does not take now stays in the outbox, and is sent by
     * the sweep once the lease has run out.
     */
    void relay(OutboxLease lease);

    /**
     * As {@link #relay(OutboxLease)}, of several aggregates.
     *
     * @param leased all that stands in the outbox of each
     */
    default void relay(List<LeasedMessages> leased) {
        leased.forEach(one -> relay(one.lease()));
    }

    /**
     * Sends what stands in no outbox, because what caused it comes again until it is sent.
     *
     * @throws RuntimeException if the broker does not take it
     */
    void send(List<OutboxMessage> messages);
}
