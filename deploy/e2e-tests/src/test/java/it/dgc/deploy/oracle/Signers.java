package it.dgc.deploy.oracle;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bson.Document;

/** The keys that verifiers were told of, by key identifier: first 8 bytes of the SHA-256 of the certificate (hcert-spec 3.3.2). */
final class Signers {

    private static final int KID_BYTES = 8;

    private final Map<String, X509Certificate> byKid = new HashMap<>();

    static Signers of(List<TopicRecord> topic) {
        Signers signers = new Signers();
        topic.forEach(record -> signers.add(record.json()));
        return signers;
    }

    Optional<X509Certificate> with(String kid) {
        return Optional.ofNullable(byKid.get(kid));
    }

    /** A withdrawal may come without a certificate, and takes nothing back here: what it signed, it signed before. */
    private void add(Document message) {
        Optional.ofNullable(message.getString("certificate")).filter(certificate -> !certificate.isEmpty())
                .ifPresent(this::add);
    }

    private void add(String certificate) {
        try {
            byte[] der = Base64.getDecoder().decode(certificate);
            String kid = HexFormat.of()
                    .formatHex(Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(der), KID_BYTES));
            byKid.put(kid, (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A signer certificate was published that is none", e);
        }
    }
}
