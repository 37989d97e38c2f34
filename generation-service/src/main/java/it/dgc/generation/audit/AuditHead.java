package it.dgc.generation.audit;

/**
 * The last link of the chain, after which the next one goes.
 *
 * @param sequence its position; 0 while there is none
 * @param hash its hash, lower-case hex
 * @param source offset that its event had in the topic; -1 while there is none
 */
record AuditHead(long sequence, String hash, long source) {

    static final AuditHead NONE = new AuditHead(0, AuditEntry.BEGINNING, -1);
}
