package it.dgc.common.messages;

/**
 * What happened to a certificate. Carries no personal data and no validity dates.
 *
 * @param schemaVersion version of this shape; 1
 * @param eventId identifies the event; consumers drop an id that they have seen
 * @param type what happened
 * @param uvci identifier of the certificate; {@code null} where a batch was decided: that is about no single one
 * @param occurredAt ISO 8601 instant, UTC
 * @param requestId the request that caused it; {@code null} where none did
 * @param refusal of a {@code REVOCATION_REFUSED}: {@code UNKNOWN}, {@code MISMATCH}, {@code NOT_ALLOWED} or {@code OUTDATED};
 *        else {@code null}
 * @param certificates of a {@code BATCH_REVOKED}: how many it was about; else {@code null}
 */
public record CertificateEvent(int schemaVersion, String eventId, Type type, String uvci, String occurredAt,
        String requestId, String refusal, Integer certificates) {

    /** Version of the shape that this platform speaks. */
    public static final int SCHEMA_VERSION = 1;

    /** Kinds of event. */
    public enum Type {
        /** It was issued. */
        ISSUED,
        /** It must not be accepted any more. */
        REVOKED,
        /** It may be accepted again. */
        RESTORED,
        /** It was revoked, and has ended by itself. */
        ENDED,
        /** A request about it, or about a batch, was not followed. */
        REVOCATION_REFUSED,
        /** A batch was followed to its end; its certificates have events of their own. Key: the request's id. */
        BATCH_REVOKED
    }
}
