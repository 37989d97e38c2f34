package it.dgc.common.messages;

/**
 * What was done, on whose word, to which certificate: for the auditor. Carries no personal data; the one who acted is
 * named by role and by a keyed hash.
 *
 * @param schemaVersion version of this shape; 1
 * @param eventId identifies the event; the same step always has the same, consumers drop an id that they have seen;
 *        what an operator does is a step each time
 * @param type what was done
 * @param subject UVCI of the certificate; where a record could not be read, its origin {@code topic/partition/offset};
 *        where it is about a doctor, {@code doctor/} and a keyed hash of the code
 * @param reason code that says why; {@code null} where the type says all
 * @param actor on whose word
 * @param occurredAt ISO 8601 instant, UTC
 */
public record AuditEvent(int schemaVersion, String eventId, Type type, String subject, String reason, Actor actor,
        String occurredAt) {

    /** Version of the shape that this platform speaks. */
    public static final int SCHEMA_VERSION = 1;

    /** Kinds of event. */
    public enum Type {
        /** A certificate was issued. */
        ISSUED,
        /** A notification gave no certificate. */
        REFUSED,
        /** A certificate was revoked, or there is one more ground for it; also before it was issued. */
        REVOKED,
        /** A ground was lifted. */
        RESTORED,
        /** A request to revoke or to restore was not followed. */
        REVOCATION_REFUSED,
        /** A request was not followed because something newer was communicated of the same test. */
        REVOCATION_OUTDATED,
        /** Everything that a doctor certified in a time was revoked. */
        BATCH_REVOKED,
        /** The personal fields of a certificate that has ended were erased. */
        ERASED,
        /** An operator sent a dead letter again. */
        REPLAYED,
        /** An operator read the value of a dead letter, which is personal. */
        OPENED,
        /** An operator suspended a doctor. */
        DOCTOR_SUSPENDED,
        /** An operator restored a doctor. */
        DOCTOR_RESTORED,
        /** The portal showed a holder the AUTHCODE. */
        AUTHCODE_RECOVERED,
        /** The portal gave a holder the certificate. */
        CERTIFICATE_FETCHED
    }

    /**
     * @param role category of the doctor, or the part of the platform that acted on its own
     * @param codeIndex keyed hash of the actor's code, lower-case hex; {@code null} where there is none
     */
    public record Actor(String role, String codeIndex) {}
}
