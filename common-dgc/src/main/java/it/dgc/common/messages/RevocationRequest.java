package it.dgc.common.messages;

/**
 * Sistema TS passes on that a certificate shall be revoked, or shall be valid again (Allegato B, chapter 2).
 *
 * @param schemaVersion version of this shape; 1
 * @param requestId identifies the request; one that comes again with the same is not carried out again
 * @param action {@code REVOKE} or {@code RESTORE}
 * @param cuev the exemption, 10 characters; may be {@code null} where {@code uvci} or {@code batch} is given
 * @param uvci the certificate; where both are given they must agree; may be {@code null}
 * @param batch everything that a doctor certified in a time, in place of one certificate; may be {@code null}
 * @param reason to revoke {@code CONDITION_ENDED}, {@code POSITIVE_TEST} or {@code FRAUD}; to restore {@code RECOVERED}
 * @param doctor who communicates it; Sistema TS vouches for the doctor
 * @param requestedAt instant at which Sistema TS received it, ISO 8601 with offset; of a positive test and a recovery the
 *            later one holds, whichever comes first
 */
public record RevocationRequest(int schemaVersion, String requestId, String action, String cuev, String uvci,
        Batch batch, String reason, ExemptionNotification.Doctor doctor, String requestedAt) {

    /** Version of the shape that this platform speaks. */
    public static final int SCHEMA_VERSION = 1;

    /**
     * @param doctor codice fiscale of the doctor whose certificates are revoked
     * @param from first instant at which Sistema TS received them, ISO 8601 with offset
     * @param until first instant that no longer counts, ISO 8601 with offset
     */
    public record Batch(String doctor, String from, String until) {}
}
