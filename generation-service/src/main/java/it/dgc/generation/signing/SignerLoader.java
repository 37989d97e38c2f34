package it.dgc.generation.signing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SignatureException;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Loads a signer from a PKCS#12 file and refuses, in one clear sentence, what must not sign. */
final class SignerLoader {

    private static final int P256_BITS = 256;
    private static final List<String> EUROPEAN_USAGES = List.of("1.3.6.1.4.1.1847.2021.1.",
            "1.3.6.1.4.1.0.1847.2021.1.");

    private final SignatureEngine engine;
    private final boolean developmentAllowed;

    SignerLoader(SignatureEngine engine, boolean developmentAllowed) {
        this.engine = engine;
        this.developmentAllowed = developmentAllowed;
    }

    DocumentSigner load(SigningProperties.Key key) {
        Path file = key.keystore();
        if (!Files.isRegularFile(file)) {
            throw refused(file, "does not exist");
        }
        char[] password = key.password().toCharArray();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore keystore = KeyStore.getInstance("PKCS12");
            keystore.load(in, password);
            String alias = onlyKey(keystore, file);
            X509Certificate certificate = checked(file, keystore.getCertificateChain(alias));
            PrivateKey privateKey = (PrivateKey) keystore.getKey(alias, password);
            if (!isPair(privateKey, certificate)) {
                throw refused(file, "holds a key and the certificate of another");
            }
            return new KeystoreSigner(certificate, privateKey, usePeriod(key, certificate), engine);
        } catch (IOException | GeneralSecurityException e) {
            throw new SigningException("The signing key store " + file.getFileName()
                    + " cannot be read: not PKCS#12, or the password is wrong", e);
        }
    }

    private static String onlyKey(KeyStore keystore, Path file) throws GeneralSecurityException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(keystore.aliases())) {
            if (keystore.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (keys.size() != 1) {
            throw refused(file, "must hold exactly one key, not " + keys.size());
        }
        return keys.getFirst();
    }

    private X509Certificate checked(Path file, Certificate[] chain) throws GeneralSecurityException {
        if (chain == null || chain.length < 2 || !(chain[0] instanceof X509Certificate dsc)
                || !(chain[1] instanceof X509Certificate csca)) {
            throw refused(file, "must hold the signer's certificate and its CSCA's");
        }
        if (csca.getBasicConstraints() < 0) {
            throw refused(file, "names a CSCA that is no certificate authority");
        }
        if (!isSigned(dsc, csca)) {
            throw refused(file, "holds a certificate that its CSCA did not sign");
        }
        if (!(dsc.getPublicKey() instanceof ECPublicKey ec)
                || ec.getParams().getCurve().getField().getFieldSize() != P256_BITS) {
            throw refused(file, "must hold a key on P-256");
        }
        if (hasEuropeanUsage(dsc)) {
            throw refused(file, "has a European key usage; exemptions are valid in Italy alone and need a key without");
        }
        if (!developmentAllowed && DevelopmentKeystore.marks(dsc)) {
            throw refused(file, "holds a development key, which must not sign in production");
        }
        return dsc;
    }

    private static boolean isSigned(X509Certificate certificate, X509Certificate issuer)
            throws GeneralSecurityException {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (SignatureException | InvalidKeyException e) {
            return false;
        }
    }

    private boolean isPair(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        byte[] probe = {1};
        return engine.verify(certificate.getPublicKey(), probe, engine.sign(key, probe));
    }

    private static boolean hasEuropeanUsage(X509Certificate certificate) throws CertificateParsingException {
        return Optional.ofNullable(certificate.getExtendedKeyUsage()).orElse(List.of()).stream()
                .anyMatch(usage -> EUROPEAN_USAGES.stream().anyMatch(usage::startsWith));
    }

    private static UsePeriod usePeriod(SigningProperties.Key key, X509Certificate certificate) {
        Instant notBefore = certificate.getNotBefore().toInstant();
        Instant lastDay = DocumentSigner.expiryOfCertificates(certificate);
        Instant from = Optional.ofNullable(key.useFrom()).orElse(notBefore);
        Instant until = Optional.ofNullable(key.useUntil()).orElse(lastDay);
        if (from.isBefore(notBefore) || until.isAfter(lastDay)) {
            throw refused(key.keystore(), "would be used outside the validity of its certificate");
        }
        return new UsePeriod(from, until);
    }

    private static SigningException refused(Path file, String why) {
        return new SigningException("The signing key store " + file.getFileName() + ' ' + why);
    }
}
