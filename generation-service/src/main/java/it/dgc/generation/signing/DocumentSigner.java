package it.dgc.generation.signing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import it.dgc.common.hcert.KeyId;

/** The port to one signing key (architecture D9): a key in a PKCS#12 file, or one behind PKCS#11. */
public interface DocumentSigner {

    /** @return the document signer certificate that verifiers know this key by */
    X509Certificate certificate();

    /** @return when the key may sign */
    UsePeriod usePeriod();

    /**
     * @param certificate passed the checks for this very signer
     * @return the {@code HC1:} text
     * @throws SigningException if the key cannot sign now; trying again later may help
     * @throws IllegalArgumentException if the certificate was checked for another signer
     */
    String sign(CheckedCertificate certificate);

    /** @return the key identifier, first 8 bytes of the SHA-256 of the certificate (hcert-spec, kid) */
    default KeyId kid() {
        return KeyId.ofCertificate(certificate());
    }

    /** @return {@code exp} of everything this key signs: the date of its {@code notAfter}, 00:00 UTC (architecture D1) */
    default Instant expiryOfCertificates() {
        return expiryOfCertificates(certificate());
    }

    /** @return what {@link #expiryOfCertificates()} is for a signer with this certificate */
    static Instant expiryOfCertificates(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant().atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
    }
}
