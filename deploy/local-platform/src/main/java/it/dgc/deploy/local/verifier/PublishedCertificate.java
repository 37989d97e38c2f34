package it.dgc.deploy.local.verifier;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import it.dgc.common.hcert.KeyId;
import it.dgc.common.verification.TrustedKeys;

/**
 * One signer as it is published.
 *
 * @param kid Base64 of eight bytes
 * @param der Base64 of the certificate
 */
record PublishedCertificate(String kid, String der) {

    /** @throws SyncException if one cannot be read */
    static TrustedKeys trusted(List<PublishedCertificate> published) throws SyncException {
        Map<KeyId, List<X509Certificate>> certificates = new HashMap<>();
        for (PublishedCertificate one : published) {
            certificates.computeIfAbsent(one.keyId(), kid -> new ArrayList<>()).add(one.certificate());
        }
        return TrustedKeys.of(certificates);
    }

    private KeyId keyId() throws SyncException {
        try {
            return KeyId.ofBase64(kid);
        } catch (IllegalArgumentException noKid) {
            throw new SyncException("a kid of the server cannot be read");
        }
    }

    private X509Certificate certificate() throws SyncException {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Base64.getDecoder().decode(der)));
        } catch (CertificateException | IllegalArgumentException unreadable) {
            throw new SyncException("a certificate of the server cannot be read");
        }
    }
}
