package it.dgc.rules.signers;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A certificate that was read as X.509, and the kid under which verifiers look it up (hcert-spec 3.3.2).
 *
 * @param kid the sender's name for the key
 * @param base64 the DER as it is served: one line, no armour (I17)
 * @param fingerprint SHA-256 of the DER, lower-case hexadecimal
 * @param notAfter last instant of validity, inclusive
 */
record SignerCertificate(Kid kid, String base64, String fingerprint, Instant notAfter) {

    /** Characters; far above any certificate that a phone should have to parse. */
    private static final int LONGEST = 16_384;

    /** @return nothing where {@code base64} is not exactly one X.509 certificate in DER */
    static Optional<SignerCertificate> read(Kid kid, String base64) {
        return Optional.ofNullable(base64).filter(text -> text.length() <= LONGEST).flatMap(CanonicalBase64::decode)
                .flatMap(der -> parse(der)
                        .map(x509 -> new SignerCertificate(kid, base64, HexFormat.of().formatHex(sha256(der)),
                                x509.getNotAfter().toInstant())));
    }

    /** Several certificates may share a kid, so a kid alone identifies none. */
    String id() {
        return kid.value() + ":" + fingerprint;
    }

    /** The rule for keys of this platform: the kid is the beginning of the certificate's SHA-256. */
    boolean isNamedByItsHash() {
        byte[] beginning = HexFormat.of().parseHex(fingerprint, 0, 2 * Kid.BYTES);
        return Kid.of(beginning).equals(kid);
    }

    boolean isExpiredAt(Instant now) {
        return now.isAfter(notAfter);
    }

    private static Optional<X509Certificate> parse(byte[] der) {
        try {
            X509Certificate x509 = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der));
            return Optional.of(x509).filter(c -> hasNothingElse(c, der));
        } catch (CertificateException notX509) {
            return Optional.empty();
        }
    }

    /** The factory also takes PEM and ignores what follows the certificate; both would reach the clients. */
    private static boolean hasNothingElse(X509Certificate certificate, byte[] der) {
        try {
            return Arrays.equals(certificate.getEncoded(), der);
        } catch (CertificateException notX509) {
            return false;
        }
    }

    private static byte[] sha256(byte[] der) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(der);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
