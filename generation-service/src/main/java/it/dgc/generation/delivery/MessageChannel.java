package it.dgc.generation.delivery;

/** A way to the holder. */
interface MessageChannel {

    /**
     * Sends one message; each network operation on the way has a time limit, and an interrupt ends it.
     *
     * @return {@code Accepted} only if whoever carries it has confirmed
     */
    DeliveryOutcome send(HolderMessage message);
}
