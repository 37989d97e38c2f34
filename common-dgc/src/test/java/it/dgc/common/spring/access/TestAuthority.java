package it.dgc.common.spring.access;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;

import javax.security.auth.x500.X500Principal;

import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes certificates for one test. All have the same subject, so that a stranger is taken for the right one by name. */
public final class TestAuthority {

    private static final X500Principal NAME = new X500Principal("CN=Test authority");
    private static final Duration DAY = Duration.ofDays(1);

    private final KeyPair keys = keyPair();
    private final String certificate;

    private TestAuthority() {
        Instant now = Instant.now();
        certificate = sign(NAME, keys, now.minus(DAY), now.plus(DAY), null);
    }

    public static TestAuthority create() {
        return new TestAuthority();
    }

    /** @return its certificate, as PEM */
    public String certificate() {
        return certificate;
    }

    /** A server on this machine. */
    public TestIdentity server() {
        return identity("CN=server", Instant.now().plus(DAY), dns("localhost"),
                new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
    }

    /** A client whose certificate holds until tomorrow. */
    public TestIdentity client(String subject, GeneralName... names) {
        return identity(subject, Instant.now().plus(DAY), names);
    }

    /** A client whose certificate has ended a minute ago. */
    public TestIdentity expired(GeneralName... names) {
        return identity("CN=late", Instant.now().minusSeconds(60), names);
    }

    public static GeneralName dns(String name) {
        return new GeneralName(GeneralName.dNSName, name);
    }

    public static GeneralName uri(String name) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, name);
    }

    private TestIdentity identity(String subject, Instant end, GeneralName... names) {
        KeyPair own = keyPair();
        String pem = sign(new X500Principal(subject), own, Instant.now().minus(DAY.multipliedBy(2)), end, names);
        return new TestIdentity(pem, keyOf(own));
    }

    private String sign(X500Principal subject, KeyPair of, Instant begin, Instant end, GeneralName[] names) {
        try {
            var builder = new JcaX509v3CertificateBuilder(NAME, new BigInteger(64, new SecureRandom()),
                    Date.from(begin), Date.from(end), subject, of.getPublic());
            if (names == null) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            } else if (names.length > 0) {
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
            }
            X509CertificateHolder holder = builder
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
            return pem(holder);
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String keyOf(KeyPair keys) {
        try {
            return pem(new JcaPKCS8Generator(keys.getPrivate(), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(Object... parts) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            for (Object part : Arrays.asList(parts)) {
                pem.writeObject(part);
            }
        }
        return text.toString();
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
