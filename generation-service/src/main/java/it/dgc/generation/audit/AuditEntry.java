package it.dgc.generation.audit;

import it.dgc.common.codes.Sha256;

/**
 * A link of the chain.
 *
 * @param sequence position, from 1, without gaps
 * @param eventId id of the event
 * @param event the event as it came, JSON
 * @param source offset that it had in its topic
 * @param previous hash of the link before it, lower-case hex
 * @param hash SHA-256 of the previous hash, the sequence in decimal and the event, with a line feed between, in UTF-8;
 *        lower-case hex
 */
record AuditEntry(long sequence, String eventId, String event, long source, String previous, String hash) {

    /** Stands before the first link. */
    static final String BEGINNING = "0".repeat(64);

    static AuditEntry after(AuditHead head, AuditRecord record) {
        long sequence = head.sequence() + 1;
        return new AuditEntry(sequence, record.eventId(), record.event(), record.source(), head.hash(),
                hash(head.hash(), sequence, record.event()));
    }

    /** @return whether it follows {@code head} and nothing of it was changed */
    boolean follows(AuditHead head) {
        return sequence == head.sequence() + 1 && previous.equals(head.hash())
                && hash.equals(hash(previous, sequence, event));
    }

    AuditHead head() {
        return new AuditHead(sequence, hash, source);
    }

    private static String hash(String previous, long sequence, String event) {
        return Sha256.hex(previous + '\n' + sequence + '\n' + event);
    }
}
