package it.dgc.generation.registry;

/** Where a certificate stands (architecture D4). */
public enum CertificateState {
    /** Signer and profile are chosen; not yet signed. */
    PINNED,
    /** Its validity begins on a day to come. */
    DEFERRED,
    /** Signed; the text is stored. */
    ISSUED, REVOKED, REVOKED_BEFORE_ISSUE,
    /** The policies refused it; the reason is stored. */
    REFUSED;

    /** @return whether nothing is left to be done before the certificate is what it will be */
    public boolean isFinal() {
        return this != PINNED && this != DEFERRED;
    }
}
