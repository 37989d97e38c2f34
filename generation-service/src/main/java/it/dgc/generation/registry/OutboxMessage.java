package it.dgc.generation.registry;

/**
 * An event that waits in the outbox of its aggregate until the broker has it.
 *
 * @param eventId identifies the event; the same event always has the same
 * @param topic where it goes
 * @param key record key
 * @param value record value, JSON
 */
public record OutboxMessage(String eventId, String topic, String key, String value) {

    /** @return the topic alone: all else names the certificate, which whoever knows the name can look up */
    @Override
    public String toString() {
        return "OutboxMessage[" + topic + ']';
    }
}
