package it.dgc.common.hcert;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;

/**
 * Key identifier (kid, hcert-spec 3.3.3): names candidates, never proves anything. Issuers write 8 bytes; some lists hold
 * other lengths, so any of {@value #MIN_BYTES} to {@value #MAX_BYTES} is read.
 */
public final class KeyId {

    private static final int MIN_BYTES = 1;
    /** Far above any kid seen; bounds what an untrusted header can make a trust list hash. */
    private static final int MAX_BYTES = 64;
    /** hcert-spec 3.3.3. */
    private static final int ISSUED_BYTES = 8;

    private final byte[] bytes;

    private KeyId(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @param bytes the identifier
     * @return the identifier
     * @throws IllegalArgumentException where it is empty or longer than {@value #MAX_BYTES} bytes
     */
    public static KeyId of(byte[] bytes) {
        if (!isLegal(bytes)) {
            throw new IllegalArgumentException("a kid has 1 to 64 bytes, not " + bytes.length);
        }
        return new KeyId(bytes.clone());
    }

    static boolean isLegal(byte[] bytes) {
        return bytes.length >= MIN_BYTES && bytes.length <= MAX_BYTES;
    }

    /**
     * @param certificate a document signer certificate
     * @return the first 8 bytes of SHA-256 over its DER (hcert-spec 3.3.3)
     * @throws IllegalArgumentException where the certificate has no DER form
     */
    public static KeyId ofCertificate(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return new KeyId(Arrays.copyOf(digest, ISSUED_BYTES));
        } catch (CertificateEncodingException unreadable) {
            throw new IllegalArgumentException("a certificate without DER form", unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /**
     * @param base64 the identifier in Base64 with the standard alphabet (RFC 4648, section 4), as trust lists write it
     * @return the identifier
     * @throws IllegalArgumentException where it is not Base64 or of no legal length
     */
    public static KeyId ofBase64(String base64) {
        return of(Base64.getDecoder().decode(base64));
    }

    /** @return the identifier's bytes */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** @return the identifier in Base64 with the standard alphabet and padding */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyId that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
