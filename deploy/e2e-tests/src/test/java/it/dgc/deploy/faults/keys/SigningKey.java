package it.dgc.deploy.faults.keys;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

import javax.security.auth.x500.X500Principal;

import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A document signer as an authority would have made it, in a PKCS#12 file.
 *
 * @param keystore the file
 * @param kid first 8 bytes of the certificate's SHA-256 (hcert-spec 3.3.3)
 */
public record SigningKey(Path keystore, byte[] kid) {

    private static final String PASSWORD = "rehearsal";
    private static final int KID_BYTES = 8;
    private static final X500Principal CSCA = new X500Principal("CN=Rehearsal CSCA,O=PN-DGC,C=IT");
    private static final X500Principal DSC = new X500Principal("CN=Rehearsal DSC,O=PN-DGC,C=IT");

    /** Makes a key whose certificate is valid for that time. */
    public static SigningKey make(Path keystore, Instant notBefore, Instant notAfter)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPair authority = keyPair();
        KeyPair signer = keyPair();
        X509Certificate csca = certificate(builder(CSCA, authority, notBefore, notAfter)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(0)), authority);
        X509Certificate dsc = certificate(builder(DSC, signer, notBefore, notAfter), authority);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("dsc", signer.getPrivate(), PASSWORD.toCharArray(), new Certificate[]{dsc, csca});
        try (OutputStream out = Files.newOutputStream(keystore)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return new SigningKey(keystore, Arrays
                .copyOf(MessageDigest.getInstance("SHA-256").digest(dsc.getEncoded()), KID_BYTES));
    }

    /** @return the kid as settings and trust lists write it */
    public String base64() {
        return Base64.getEncoder().encodeToString(kid);
    }

    /** @return the kid as {@code SignedText} gives it */
    public String hex() {
        return HexFormat.of().formatHex(kid);
    }

    /** @return the settings of the n-th key, beside those of its use */
    public Map<String, String> settings(int nth, Map<String, Instant> use) {
        String key = "dgc.signing.keys[" + nth + "].";
        Map<String, String> settings = new HashMap<>(
                Map.of(key + "keystore", keystore.toString(), key + "password", PASSWORD));
        use.forEach((name, instant) -> settings.put(key + name, instant.toString()));
        return settings;
    }

    private static JcaX509v3CertificateBuilder builder(X500Principal subject, KeyPair keys, Instant notBefore,
            Instant notAfter) {
        return new JcaX509v3CertificateBuilder(CSCA, new BigInteger(64, new SecureRandom()), Date.from(notBefore),
                Date.from(notAfter), subject, keys.getPublic());
    }

    private static X509Certificate certificate(X509v3CertificateBuilder builder, KeyPair issuer)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter().getCertificate(
                builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
