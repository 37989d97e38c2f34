package it.dgc.common.messages;

/**
 * What happened to a certificate. Carries no personal data and no validity dates.
 *
 * @param schemaVersion version of this shape; 1
 * @param eventId identifies the event; consumers drop an id that they have seen
 * @param type what happened
 * @param uvci identifier of the certificate
 * @param occurredAt ISO 8601 instant, UTC
 * @param requestId the request that caused it; {@code null} where none did
 * @param refusal of a {@code REVOCATION_REFUSED}: {@code UNKNOWN}, {@code MISMATCH} or {@code NOT_ALLOWED}; else
 *        {@code null}
 */
public record CertificateEvent(int schemaVersion, String eventId, Type type, String uvci, String occurredAt,
        String requestId, String refusal) {

    /** Version of the shape that this platform speaks. */
    public static final int SCHEMA_VERSION = 1;

    /** Kinds of event. */
    public enum Type {
        ISSUED, REVOKED, RESTORED, ENDED, REVOCATION_REFUSED
    }
}
