package it.dgc.deploy.outbox;

import java.nio.file.Path;
import java.util.List;

/**
 * A message that the gateway accepted.
 *
 * @param idempotencyKey as the caller named it
 * @param to number
 * @param sender shown on the telephone
 * @param text the message
 * @param acceptedAt ISO 8601, UTC
 * @param repeat whether the key was known already: no telephone rings a second time
 */
public record AcceptedSms(String idempotencyKey, String to, String sender, String text, String acceptedAt,
        boolean repeat) {

    /**
     * @param directory data directory
     * @return what a gateway on it has accepted, oldest first, whether or not it still runs
     */
    public static List<AcceptedSms> readAll(Path directory) {
        return Journal.read(journal(directory), AcceptedSms.class);
    }

    static Path journal(Path directory) {
        return directory.resolve("outbox").resolve("sms.jsonl");
    }

    @Override
    public String toString() {
        return "AcceptedSms[" + idempotencyKey + (repeat ? ", repeat]" : "]");
    }
}
