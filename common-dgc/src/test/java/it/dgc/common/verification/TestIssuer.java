package it.dgc.common.verification;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;

import javax.security.auth.x500.X500Principal;

import it.dgc.common.hcert.CoseSigner;
import it.dgc.common.hcert.HcertClaims;
import it.dgc.common.hcert.HcertEncoder;
import it.dgc.common.hcert.KeyId;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A document signer made for one test. */
record TestIssuer(KeyPair pair, X509Certificate certificate) implements CoseSigner {

    static final Instant NOT_BEFORE = Instant.parse("2020-01-01T00:00:00Z");
    static final Instant NOT_AFTER = Instant.parse("2040-01-01T12:00:00Z");
    static final String TEST = "1.3.6.1.4.1.1847.2021.1.1";
    static final String VACCINATION = "1.3.6.1.4.1.1847.2021.1.2";
    static final String RECOVERY = "1.3.6.1.4.1.0.1847.2021.1.3";

    static TestIssuer italian(String... extendedKeyUsages) {
        return of("CN=Test DSC,O=PN-DGC,C=IT", "CN=Test CSCA,O=PN-DGC,C=IT", extendedKeyUsages);
    }

    static TestIssuer of(String subject, String issuer, String... extendedKeyUsages) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            var builder = new JcaX509v3CertificateBuilder(new X500Principal(issuer), BigInteger.ONE,
                    Date.from(NOT_BEFORE), Date.from(NOT_AFTER), new X500Principal(subject), pair.getPublic());
            if (extendedKeyUsages.length > 0) {
                builder.addExtension(Extension.extendedKeyUsage, false, usages(extendedKeyUsages));
            }
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
            return new TestIssuer(pair, new JcaX509CertificateConverter().getCertificate(builder.build(signer)));
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
    public byte[] sign(byte[] toBeSigned) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(toBeSigned);
            return signature.sign();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("no test signature", broken);
        }
    }

    String certify(HcertClaims claims) {
        try {
            return new HcertEncoder().encode(claims, this);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("no test certificate", broken);
        }
    }

    TrustedKeys trusted() {
        return TrustedKeys.of(Map.of(kid(), List.of(certificate)));
    }
}
