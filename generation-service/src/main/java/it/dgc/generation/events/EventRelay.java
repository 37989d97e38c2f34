package it.dgc.generation.events;

import it.dgc.generation.registry.OutboxLease;

/** Carries events from the outboxes to the broker. */
public interface EventRelay {

    /**
     * Sends the pending events of one aggregate. What the broker does not take now stays in the outbox, and is sent by
     * the sweep once the lease has run out.
     */
    void relay(OutboxLease lease);
}
