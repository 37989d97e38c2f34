package it.dgc.generation.signing;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import javax.security.auth.x500.X500Principal;

import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes a document signer for development: P-256, signed by a CSCA of its own (whose key is thrown away), without the
 * European key-usage identifiers (architecture D1). Both say in their subject that they are for development, and
 * production refuses them by it.
 */
final class DevelopmentKeystore {

    static final String PASSWORD = "development";

    private static final String MARK = "PN-DGC DEVELOPMENT ONLY";
    private static final String ALIAS = "dsc";
    private static final Duration CSCA_LIFE = Duration.ofDays(4 * 365);
    private static final Duration DSC_LIFE = Duration.ofDays(2 * 365);

    private DevelopmentKeystore() {}

    static boolean marks(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName().contains(MARK)
                || certificate.getIssuerX500Principal().getName().contains(MARK);
    }

    static void createIfMissing(Path file, Instant now) {
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            write(file, keystore(now.minus(Duration.ofDays(1))));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new SigningException("The development signing key cannot be made", e);
        }
    }

    private static KeyStore keystore(Instant begin)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPair csca = keyPair();
        KeyPair dsc = keyPair();
        X500Principal cscaName = name("CSCA");
        X509Certificate cscaCertificate = certificate(cscaName, csca, cscaName, csca, begin, CSCA_LIFE, true);
        X509Certificate dscCertificate = certificate(name("Exemption DSC"), dsc, cscaName, csca, begin, DSC_LIFE,
                false);
        KeyStore keystore = KeyStore.getInstance("PKCS12");
        keystore.load(null, null);
        keystore.setKeyEntry(ALIAS, dsc.getPrivate(), PASSWORD.toCharArray(),
                new Certificate[]{dscCertificate, cscaCertificate});
        return keystore;
    }

    private static X500Principal name(String role) {
        return new X500Principal("CN=" + MARK + " " + role + ",O=PN-DGC,C=IT");
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(X500Principal subject, KeyPair keys, X500Principal issuer,
            KeyPair issuerKeys, Instant begin, Duration life, boolean authority)
            throws CertIOException, GeneralSecurityException, OperatorCreationException {
        var ids = new JcaX509ExtensionUtils();
        var builder = new JcaX509v3CertificateBuilder(issuer, new BigInteger(127, new SecureRandom()),
                Date.from(begin), Date.from(begin.plus(life)), subject, keys.getPublic());
        builder.addExtension(Extension.keyUsage, true,
                new KeyUsage(authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature));
        builder.addExtension(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(keys.getPublic()));
        if (authority) {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        } else {
            builder.addExtension(Extension.authorityKeyIdentifier, false,
                    ids.createAuthorityKeyIdentifier(issuerKeys.getPublic()));
        }
        return new JcaX509CertificateConverter().getCertificate(
                builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKeys.getPrivate())));
    }

    private static void write(Path file, KeyStore keystore) throws IOException, GeneralSecurityException {
        Path unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), "keystore", ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            keystore.store(out, PASSWORD.toCharArray());
        }
        Files.move(unfinished, file);
    }
}
