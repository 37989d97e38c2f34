package it.dgc.deploy.local.tls;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import javax.security.auth.x500.X500Principal;

import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** One authority and what it signs, P-256 throughout (RFC 5280). Its key is in memory only and gone with it. */
final class Issuance {

    /** In every subject, so that nobody takes these for real ones. */
    private static final String MARK = "PN-DGC DEVELOPMENT ONLY";
    private static final X500Principal AUTHORITY = subject("authority");
    private static final Duration LIFE = Duration.ofDays(365);
    /** Clocks of machines differ. */
    private static final Duration BEFORE = Duration.ofDays(1);
    private static final int SERIAL_BITS = 127;

    private final Instant begin;
    private final KeyPair keys = keyPair();
    private final JcaX509ExtensionUtils identifiers;

    Issuance(Instant now) throws GeneralSecurityException {
        this.begin = now.minus(BEFORE);
        this.identifiers = new JcaX509ExtensionUtils();
    }

    /** A certificate and its key, as PEM. */
    record Made(String certificate, String key) {}

    String authority() throws IOException, OperatorCreationException {
        JcaX509v3CertificateBuilder certificate = certificate(AUTHORITY, keys);
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return signed(certificate);
    }

    Made server(List<GeneralName> names) throws IOException, OperatorCreationException {
        return leaf("server", KeyPurposeId.id_kp_serverAuth, names);
    }

    Made client(Client client) throws IOException, OperatorCreationException {
        return leaf(client.toString(), KeyPurposeId.id_kp_clientAuth,
                List.of(new GeneralName(GeneralName.dNSName, client.alternativeName())));
    }

    private Made leaf(String who, KeyPurposeId purpose, List<GeneralName> names)
            throws IOException, OperatorCreationException {
        KeyPair own = keyPair();
        JcaX509v3CertificateBuilder certificate = certificate(subject(who), own);
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        certificate.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
        certificate.addExtension(Extension.authorityKeyIdentifier, false,
                identifiers.createAuthorityKeyIdentifier(keys.getPublic()));
        certificate.addExtension(Extension.subjectAlternativeName, false,
                new GeneralNames(names.toArray(GeneralName[]::new)));
        return new Made(signed(certificate), pem(new JcaPKCS8Generator(own.getPrivate(), null)));
    }

    private JcaX509v3CertificateBuilder certificate(X500Principal subject, KeyPair of) throws IOException {
        var certificate = new JcaX509v3CertificateBuilder(AUTHORITY, new BigInteger(SERIAL_BITS, new SecureRandom()),
                Date.from(begin), Date.from(begin.plus(LIFE)), subject, of.getPublic());
        certificate.addExtension(Extension.subjectKeyIdentifier, false,
                identifiers.createSubjectKeyIdentifier(of.getPublic()));
        return certificate;
    }

    private String signed(JcaX509v3CertificateBuilder certificate) throws IOException, OperatorCreationException {
        return pem(certificate.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }

    private static X500Principal subject(String who) {
        return new X500Principal("CN=" + MARK + " " + who + ",O=PN-DGC,C=IT");
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String pem(Object content) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(content);
        }
        return text.toString();
    }
}
