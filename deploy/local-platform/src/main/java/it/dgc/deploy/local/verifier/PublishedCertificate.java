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
import java.util.Optional;

import it.dgc.common.hcert.KeyId;
import it.dgc.common.verification.TrustedKeys;

/**
 * One signer as it is published.
 *
 * @param kid Base64 of eight bytes
 * @param der Base64 of the certificate
 */
record PublishedCertificate(String kid, String der) {

    /**
     * What can be read of what is published.
     *
     * @param keys to verify with
     * @param unreadable how many were passed over: one that cannot be read must not take the others from the verifier
     */
    record Trust(TrustedKeys keys, int unreadable) {}

    /** @throws SyncException if there is nothing that can be read */
    static Trust trusted(List<PublishedCertificate> published) throws SyncException {
        Map<KeyId, List<X509Certificate>> certificates = new HashMap<>();
        int unreadable = 0;
        for (PublishedCertificate one : published) {
            Optional<KeyId> kid = one.keyId();
            Optional<X509Certificate> certificate = one.certificate();
            if (kid.isPresent() && certificate.isPresent()) {
                certificates.computeIfAbsent(kid.get(), first -> new ArrayList<>()).add(certificate.get());
            } else {
                unreadable++;
            }
        }
        if (certificates.isEmpty() && unreadable > 0) {
            throw new SyncException("no certificate of the server can be read");
        }
        return new Trust(TrustedKeys.of(certificates), unreadable);
    }

    private Optional<KeyId> keyId() {
        try {
            return Optional.of(KeyId.ofBase64(kid));
        } catch (IllegalArgumentException noKid) {
            return Optional.empty();
        }
    }

    private Optional<X509Certificate> certificate() {
        try {
            return Optional.of((X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Base64.getDecoder().decode(der))));
        } catch (CertificateException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
