package it.dgc.generation.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The messages to holders that are still to be sent; each comes in the step that it tells of. */
public interface Deliveries {

    /** @return a message that is due, leased to the caller for {@code time}; empty if there is none */
    Optional<DueDelivery> lease(Duration time);

    /** The mail server or the gateway has accepted it. */
    void delivered(DueDelivery delivery);

    /** It can never be delivered; {@code reason} is a code, never a value. */
    void undeliverable(DueDelivery delivery, String reason);

    /** It is tried again, not before {@code at}. */
    void postpone(DueDelivery delivery, Instant at);
}
