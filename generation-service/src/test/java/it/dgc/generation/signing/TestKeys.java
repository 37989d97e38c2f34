package it.dgc.generation.signing;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import javax.security.auth.x500.X500Principal;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A document signer as some authority might have made it, good or not.
 *
 * @param keys of the signer
 * @param dsc its certificate
 * @param csca the certificate of who issued it
 */
record TestKeys(KeyPair keys, X509Certificate dsc, X509Certificate csca) {

    static final String PASSWORD = "correct horse";
    static final Instant NOT_BEFORE = Instant.parse("2022-01-01T00:00:00Z");
    static final Instant NOT_AFTER = Instant.parse("2024-01-01T12:00:00Z");
    static final AlgorithmParameterSpec P256 = new ECGenParameterSpec("secp256r1");
    static final AlgorithmParameterSpec P384 = new ECGenParameterSpec("secp384r1");
    static final AlgorithmParameterSpec RSA = new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4);

    private static final X500Principal CSCA = new X500Principal("CN=Synthetic CSCA,O=PN-DGC,C=IT");
    private static final X500Principal DSC = new X500Principal("CN=Synthetic DSC,O=PN-DGC,C=IT");

    static TestKeys good() {
        return of(NOT_BEFORE, NOT_AFTER);
    }

    static TestKeys of(Instant notBefore, Instant notAfter) {
        return make(P256, notBefore, notAfter, List.of(), true, true);
    }

    static TestKeys on(AlgorithmParameterSpec algorithm) {
        return make(algorithm, NOT_BEFORE, NOT_AFTER, List.of(), true, true);
    }

    static TestKeys withUsages(String... usages) {
        return make(P256, NOT_BEFORE, NOT_AFTER, List.of(usages), true, true);
    }

    static TestKeys issuedByNoAuthority() {
        return make(P256, NOT_BEFORE, NOT_AFTER, List.of(), false, true);
    }

    /** The issuer's name is right, its key is not. */
    static TestKeys issuedByAnImpostor() {
        return make(P256, NOT_BEFORE, NOT_AFTER, List.of(), true, false);
    }

    UsePeriod wholeLife() {
        return new UsePeriod(dsc.getNotBefore().toInstant(), DocumentSigner.expiryOfCertificates(dsc));
    }

    KeystoreSigner signer() {
        return signer(wholeLife());
    }

    KeystoreSigner signer(UsePeriod period) {
        return signer(period, SignatureEngine.fastest());
    }

    KeystoreSigner signer(UsePeriod period, SignatureEngine engine) {
        return new KeystoreSigner(dsc, stored(engine), period, engine, SelfVerification.OF_EVERY_ONE);
    }

    StoredKey stored(SignatureEngine engine) {
        return new SoftwareKey("key of a test", List.of(dsc, csca), keys.getPrivate(), engine);
    }

    Path writeTo(Path file) {
        return write(file, store -> add(store, "dsc", dsc, csca));
    }

    void add(KeyStore store, String alias, Certificate... chain) throws GeneralSecurityException {
        store.setKeyEntry(alias, keys.getPrivate(), PASSWORD.toCharArray(), chain);
    }

    static Path write(Path file, Filling filling) {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            filling.fill(store);
            store.store(out, PASSWORD.toCharArray());
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** What a key store shall hold. */
    @FunctionalInterface
    interface Filling {
        void fill(KeyStore store) throws GeneralSecurityException;
    }

    private static TestKeys make(AlgorithmParameterSpec algorithm, Instant notBefore, Instant notAfter,
            List<String> usages, boolean authority, boolean honest) {
        try {
            KeyPair cscaKeys = pair(P256);
            KeyPair dscKeys = pair(algorithm);
            X509Certificate csca = certificate(
                    new Request(CSCA, cscaKeys.getPublic(), notBefore, notAfter, List.of(), authority),
                    CSCA, cscaKeys);
            X509Certificate dsc = certificate(new Request(DSC, dscKeys.getPublic(), notBefore, notAfter, usages, false),
                    CSCA, honest ? cscaKeys : pair(P256));
            return new TestKeys(dscKeys, dsc, csca);
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    static KeyPair pair(AlgorithmParameterSpec algorithm) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm == RSA ? "RSA" : "EC");
        generator.initialize(algorithm);
        return generator.generateKeyPair();
    }

    /** What a certificate shall say. */
    record Request(X500Principal subject, PublicKey key, Instant notBefore, Instant notAfter,
            List<String> usages, boolean authority) {}

    static X509Certificate certificate(Request request, X500Principal issuer, KeyPair issuerKeys)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var builder = new JcaX509v3CertificateBuilder(issuer, new BigInteger(64, new SecureRandom()),
                Date.from(request.notBefore),
                Date.from(request.notAfter), request.subject, request.key);
        if (request.authority) {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        }
        if (!request.usages.isEmpty()) {
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(request.usages.stream()
                    .map(oid -> KeyPurposeId.getInstance(new ASN1ObjectIdentifier(oid))).toArray(KeyPurposeId[]::new)));
        }
        return new JcaX509CertificateConverter().getCertificate(
                builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKeys.getPrivate())));
    }
}
