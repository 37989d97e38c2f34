package it.dgc.common.hcert;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;

import javax.security.auth.x500.X500Principal;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A document signer made for one test, with its certificate. */
record TestSigner(KeyPair pair, X509Certificate certificate) implements CoseSigner {

    static final Instant NOT_BEFORE = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant NOT_AFTER = Instant.parse("2028-01-01T00:00:00Z");

    static TestSigner p256(String... extendedKeyUsages) {
        return create("EC", new ECGenParameterSpec("secp256r1"), "SHA256withECDSA", extendedKeyUsages);
    }

    static TestSigner p384() {
        return create("EC", new ECGenParameterSpec("secp384r1"), "SHA256withECDSA");
    }

    static TestSigner rsa(int bits) {
        return create("RSA", new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4), "SHA256withRSA");
    }

    private static TestSigner create(String keys, AlgorithmParameterSpec parameters, String signature,
            String... extendedKeyUsages) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(keys);
            generator.initialize(parameters);
            KeyPair pair = generator.generateKeyPair();
            X500Principal name = new X500Principal("CN=Test DSC, C=IT");
            var builder = new JcaX509v3CertificateBuilder(name, BigInteger.ONE, Date.from(NOT_BEFORE),
                    Date.from(NOT_AFTER), name, pair.getPublic());
            if (extendedKeyUsages.length > 0) {
                builder.addExtension(Extension.extendedKeyUsage, false, usages(extendedKeyUsages));
            }
            var signer = new JcaContentSignerBuilder(signature).build(pair.getPrivate());
            return new TestSigner(pair, new JcaX509CertificateConverter().getCertificate(builder.build(signer)));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException broken) {
            throw new IllegalStateException("no test certificate", broken);
        }
    }

    private static ExtendedKeyUsage usages(String... oids) {
        return new ExtendedKeyUsage(Arrays.stream(oids).map(ASN1ObjectIdentifier::new).map(KeyPurposeId::getInstance)
                .toArray(KeyPurposeId[]::new));
    }

    @Override
    public KeyId kid() {
        return KeyId.ofCertificate(certificate);
    }

    @Override
    public byte[] sign(byte[] toBeSigned) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(pair.getPrivate());
        signature.update(toBeSigned);
        return signature.sign();
    }

    byte[] signPs256(byte[] toBeSigned) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        signature.initSign(pair.getPrivate());
        signature.update(toBeSigned);
        return signature.sign();
    }

    SignerKey key() {
        return SignerKey.of(certificate);
    }

    /** Trusts this signer alone, under its own kid. */
    HcertDecoder decoder() {
        return new HcertDecoder(kid -> kid.equals(kid()) ? List.of(key()) : List.of());
    }
}
