package it.dgc.common.verification.vectors;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;

import it.dgc.common.codes.Sha256;
import it.dgc.common.hcert.CoseSigner;
import it.dgc.common.hcert.KeyId;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.DSAEncoding;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.operator.ContentSigner;

/**
 * A key that everybody has, for vectors that can be made again bit by bit: signatures are deterministic (RFC 6979). Its
 * certificate carries the name that keeps development keys out of production.
 */
record VectorKey(BigInteger secret, X509Certificate certificate) implements CoseSigner {

    static final Instant NOT_BEFORE = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant NOT_AFTER = Instant.parse("2036-01-01T12:00:00Z");

    private static final ECNamedDomainParameters P256 = new ECNamedDomainParameters(SECObjectIdentifiers.secp256r1,
            CustomNamedCurves.getByName("secp256r1"));
    /** The private key that RFC 6979, A.2.5 prints. */
    private static final BigInteger PRINTED = new BigInteger(
            "C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721", 16);
    private static final String NAME = "CN=PN-DGC DEVELOPMENT ONLY Test Vectors %s,O=PN-DGC,C=%s";

    static VectorKey exemptions() {
        return of(PRINTED, "DSC", "IT");
    }

    static VectorKey vaccinations() {
        return of(secret("vaccinations"), "Vaccination DSC", "IT", "1.3.6.1.4.1.1847.2021.1.2");
    }

    static VectorKey ofAnotherCountry() {
        return of(secret("another country"), "DSC", "SM");
    }

    static VectorKey unpublished() {
        return of(secret("unpublished"), "Unpublished DSC", "IT");
    }

    private static BigInteger secret(String words) {
        return new BigInteger(Sha256.hex("PN-DGC test vectors: " + words), 16).mod(P256.getN());
    }

    private static VectorKey of(BigInteger secret, String role, String country, String... usages) {
        String subject = NAME.formatted(role, country);
        BigInteger serial = new BigInteger(Sha256.hex(subject).substring(0, 16), 16);
        var builder = new X509v3CertificateBuilder(new X500Name(NAME.formatted("CSCA", country)), serial,
                Date.from(NOT_BEFORE), Date.from(NOT_AFTER), new X500Name(subject), publicKey(secret));
        try {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            for (String usage : usages) {
                builder.addExtension(Extension.extendedKeyUsage, false,
                        new ExtendedKeyUsage(KeyPurposeId.getInstance(new ASN1ObjectIdentifier(usage))));
            }
            return new VectorKey(secret,
                    new JcaX509CertificateConverter().getCertificate(builder.build(new Csca(secret("CSCA")))));
        } catch (IOException | CertificateException broken) {
            throw new IllegalStateException("no certificate for vectors", broken);
        }
    }

    private static SubjectPublicKeyInfo publicKey(BigInteger secret) {
        try {
            return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                    new ECPublicKeyParameters(P256.getG().multiply(secret).normalize(), P256));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public KeyId kid() {
        return KeyId.ofCertificate(certificate);
    }

    @Override
    public byte[] sign(byte[] toBeSigned) {
        return signature(secret, toBeSigned, PlainDSAEncoding.INSTANCE);
    }

    private static byte[] signature(BigInteger secret, byte[] bytes, DSAEncoding encoding) {
        SHA256Digest digest = new SHA256Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(secret, P256));
        BigInteger[] pair = signer.generateSignature(hash);
        try {
            return encoding.encode(P256.getN(), pair[0], pair[1]);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private record Csca(BigInteger secret, ByteArrayOutputStream content) implements ContentSigner {

        Csca(BigInteger secret) {
            this(secret, new ByteArrayOutputStream());
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
        }

        @Override
        public OutputStream getOutputStream() {
            return content;
        }

        @Override
        public byte[] getSignature() {
            return signature(secret, content.toByteArray(), StandardDSAEncoding.INSTANCE);
        }
    }
}
