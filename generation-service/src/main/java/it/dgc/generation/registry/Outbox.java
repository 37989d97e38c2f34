package it.dgc.generation.registry;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import it.dgc.common.uvci.Uvci;

/** The outboxes of all aggregates, as the relay sees them. */
public interface Outbox {

    /** @return the events of one aggregate that the broker is not known to have, oldest first */
    List<OutboxMessage> pending(Uvci uvci);

    /**
     * The broker has these: they leave the outbox, and the lease ends unless somebody has taken it over. Where events are
     * left, the certificate is still being issued, or another step may have been announced, the lease runs on.
     */
    default void sent(OutboxLease lease, List<OutboxMessage> messages) {
        sent(List.of(new LeasedMessages(lease, messages)));
    }

    /** As {@link #sent(OutboxLease, List)}, of several aggregates. */
    void sent(List<LeasedMessages> sent);

    /** @return an aggregate whose lease has run out, now leased to the caller for {@code time}; empty if there is none */
    Optional<OutboxLease> lease(Duration time);
}
