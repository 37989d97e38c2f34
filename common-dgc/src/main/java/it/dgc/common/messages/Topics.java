package it.dgc.common.messages;

/** Names of the platform's topics (architecture, section 3). */
public final class Topics {

    /** From Sistema TS: a doctor certified an exemption. Key: CUEV. Value: {@link ExemptionNotification}. */
    public static final String EXEMPTIONS = "sistema-ts.exemptions";

    /**
     * From Sistema TS: revoke or restore. Key: the CUEV, or the UVCI where there is no CUEV, or the request's id for a
     * batch. Value: {@link RevocationRequest}.
     */
    public static final String REVOCATIONS = "sistema-ts.revocations";

    /** From the revocation service, what came to it as {@link #REVOCATIONS} would; same keys and values. */
    public static final String REVOCATION_REQUESTS = "dgc.revocation-requests";
    /** What happened to certificates. Key: UVCI, or the request's id for a batch. Value: {@link CertificateEvent}. */
    public static final String CERTIFICATE_EVENTS = "dgc.certificate-events";

    /**
     * The keys that verifiers shall trust; compacted. Key: kid in Base64; where a kid has several certificates, followed by a
     * colon and the certificate's SHA-256 in lower-case hex, or the last one alone is left. Value:
     * {@link SignerCertificateMessage}.
     */
    public static final String SIGNER_CERTIFICATES = "dgc.signer-certificates";

    /** What was done on whose word, for the auditor. Key: the event's subject. Value: {@link AuditEvent}. */
    public static final String AUDIT = "dgc.audit";

    private static final String DEAD_LETTER_SUFFIX = ".dlt";

    private Topics() {}

    /**
     * @param topic a topic that a service reads
     * @return the topic that takes the records of {@code topic} which cannot be used
     */
    public static String deadLettersOf(String topic) {
        return topic + DEAD_LETTER_SUFFIX;
    }
}
