package it.dgc.common.verification;

/** What a verifier is told, in the words of VerificaC19 (Allegato B, chapter 4). */
public enum Outcome {

    /** Valid at that time. */
    VALID,
    /** The first day of validity has not come. */
    NOT_VALID_YET,
    /** The last day of validity, or the technical end of the certificate, is over. */
    EXPIRED,
    /** On the revocation list; for eyes in a test only. */
    REVOKED,
    /** Not to be trusted, or not allowed by the rules. */
    NOT_VALID,
    /** Not a certificate of this kind at all. */
    NOT_EU_DCC,
    /** The verifier's data are missing or too old to decide. */
    SYNC_NEEDED;

    /**
     * @param testMode whether those who look are testing
     * @return the outcome to show: outside a test nobody learns that a certificate was revoked, only that it is not valid
     */
    public Outcome shown(boolean testMode) {
        return this == REVOKED && !testMode ? NOT_VALID : this;
    }
}
