package it.dgc.rules.signers;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;

import it.dgc.common.messages.SignerCertificateMessage;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Synthetic document signers, made on the spot. */
final class TestCertificates {

    static final Instant NOT_BEFORE = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant NOT_AFTER = Instant.parse("2028-01-01T00:00:00Z");

    /** An instant at which the certificates made here are valid. */
    static final Instant TODAY = Instant.parse("2026-11-23T10:00:00Z");

    private TestCertificates() {}

    static byte[] der() {
        return der(NOT_AFTER);
    }

    static byte[] der(Instant notAfter) {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = keys.generateKeyPair();
            X500Name name = new X500Name("C=IT,O=Synthetic,CN=Synthetic signer");
            return new JcaX509v3CertificateBuilder(name, new BigInteger(64, new SecureRandom()),
                    Date.from(NOT_BEFORE), Date.from(notAfter), name, pair.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())).getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A signer of this platform: the kid is the beginning of the certificate's hash. */
    static SignerCertificate own() {
        return named(der());
    }

    static SignerCertificate own(Instant notAfter) {
        return named(der(notAfter));
    }

    /** A signer whose issuer chose the kid. */
    static SignerCertificate foreign(Kid kid) {
        return SignerCertificate.read(kid, base64(der())).orElseThrow();
    }

    static StoredSigner stored(SignerCertificate certificate, Trust trust, int token) {
        return new StoredSigner(certificate, List.of("EXEMPTION"), trust, token, new Position(0, token, token));
    }

    static SignerCertificateMessage message(SignerCertificate certificate, SignerCertificateMessage.Status status) {
        return new SignerCertificateMessage(SignerCertificateMessage.SCHEMA_VERSION, certificate.kid().value(),
                certificate.base64(), List.of(SignerCertificateMessage.EXEMPTION), status);
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static SignerCertificate named(byte[] der) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(der);
            return SignerCertificate.read(Kid.of(Arrays.copyOf(hash, Kid.BYTES)), base64(der)).orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
