package it.dgc.deploy.outbox;

import java.nio.file.Path;
import java.util.List;

/**
 * A mail that was accepted.
 *
 * @param messageId as the mail names itself; empty where it does not
 * @param from sender of the envelope
 * @param to recipients of the envelope, with commas between
 * @param subject as it is read
 * @param body the text, its lines ended by line feeds; of anything but plain text the mail as it came
 * @param acceptedAt ISO 8601, UTC
 */
public record AcceptedMail(String messageId, String from, String to, String subject, String body, String acceptedAt) {

    /**
     * @param directory data directory
     * @return what a sink on it has accepted, oldest first, whether or not it still runs
     */
    public static List<AcceptedMail> readAll(Path directory) {
        return Journal.read(journal(directory), AcceptedMail.class);
    }

    static Path journal(Path directory) {
        return directory.resolve("outbox").resolve("mail.jsonl");
    }

    @Override
    public String toString() {
        return "AcceptedMail[" + messageId + ']';
    }
}
