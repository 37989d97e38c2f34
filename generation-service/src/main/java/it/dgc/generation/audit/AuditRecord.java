package it.dgc.generation.audit;

/**
 * An event as it came, before it is a link of the chain.
 *
 * @param eventId its id
 * @param event JSON
 * @param source offset that it has in its topic
 */
record AuditRecord(String eventId, String event, long source) {}
