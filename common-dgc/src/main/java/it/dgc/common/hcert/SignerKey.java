package it.dgc.common.hcert;

import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A key that verifiers trust, with its limits (hcert-spec 3.3.2, 3.3.5, 3.3.6 and the key usages of its certificate
 * governance).
 *
 * @param publicKey the key
 * @param notBefore nothing is issued before
 * @param notAfter nothing is accepted after
 * @param usages the kinds of statement that the key signs; empty for any
 */
public record SignerKey(PublicKey publicKey, Instant notBefore, Instant notAfter, Set<CertificateKind> usages) {

    /** Extended key usages of document signers, in the registered arc and in the one of early certificates. */
    private static final List<String> ARCS = List.of("1.3.6.1.4.1.1847.2021.1.", "1.3.6.1.4.1.0.1847.2021.1.");
    private static final Map<String, CertificateKind> KINDS = Map.of("1", CertificateKind.TEST, "2",
            CertificateKind.VACCINATION, "3", CertificateKind.RECOVERY);

    /** Keeps its own copy of the usages. */
    public SignerKey {
        usages = Set.copyOf(usages);
    }

    /**
     * @param certificate a document signer certificate
     * @return its key, period and usages; no usage where it names none of the DCC ones
     * @throws IllegalArgumentException where its extended key usage cannot be read
     */
    public static SignerKey of(X509Certificate certificate) {
        return new SignerKey(certificate.getPublicKey(), certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(), usages(certificate));
    }

    private static Set<CertificateKind> usages(X509Certificate certificate) {
        Set<CertificateKind> usages = EnumSet.noneOf(CertificateKind.class);
        for (String oid : extendedKeyUsage(certificate)) {
            for (String arc : ARCS) {
                if (oid.startsWith(arc) && KINDS.containsKey(oid.substring(arc.length()))) {
                    usages.add(KINDS.get(oid.substring(arc.length())));
                }
            }
        }
        return usages;
    }

    private static List<String> extendedKeyUsage(X509Certificate certificate) {
        try {
            List<String> oids = certificate.getExtendedKeyUsage();
            return oids == null ? List.of() : oids;
        } catch (CertificateParsingException unreadable) {
            throw new IllegalArgumentException("unreadable extended key usage", unreadable);
        }
    }

    /**
     * @param kinds what a DCC states
     * @return whether the key may sign all of it
     */
    boolean mayState(Set<CertificateKind> kinds) {
        return usages.isEmpty() || usages.containsAll(kinds);
    }
}
