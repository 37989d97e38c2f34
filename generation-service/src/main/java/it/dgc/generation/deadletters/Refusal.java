package it.dgc.generation.deadletters;

/**
 * A record that was refused.
 *
 * @param reason code, as it stands in the dead letter
 * @param auditEvent what the auditor is told, JSON
 * @param subject key of that event
 * @param concluded whether the broker has both
 */
record Refusal(String reason, String auditEvent, String subject, boolean concluded) {}
