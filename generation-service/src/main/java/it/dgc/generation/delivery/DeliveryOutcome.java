package it.dgc.generation.delivery;

/** What a channel made of a message; every reason is a code, never a value. */
sealed interface DeliveryOutcome {

    /** The mail server or gateway has taken it over. */
    record Accepted() implements DeliveryOutcome {}

    /** This message can never be delivered to this address. */
    record Refused(String reason) implements DeliveryOutcome {}

    /**
     * It may go through later.
     *
     * @param scope whom the failure concerns
     */
    record TriedLater(String reason, Scope scope) implements DeliveryOutcome {}

    /** How far a failure reaches. */
    enum Scope {
        /** This message. */
        MESSAGE,
        /** Every message of the channel: the others would wait in vain as well. */
        CHANNEL
    }
}
