package it.dgc.generation.signing;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.ProviderException;
import java.security.SignatureException;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Loads a signer from where its key is kept and refuses, in one clear sentence, what must not sign. */
final class SignerLoader {

    private static final int P256_BITS = 256;
    private static final List<String> EUROPEAN_USAGES = List.of("1.3.6.1.4.1.1847.2021.1.",
            "1.3.6.1.4.1.0.1847.2021.1.");

    private final SignatureEngine engine;
    private final boolean developmentAllowed;
    private final SelfVerification selfVerification;

    SignerLoader(SignatureEngine engine, boolean developmentAllowed, SelfVerification selfVerification) {
        this.engine = engine;
        this.developmentAllowed = developmentAllowed;
        this.selfVerification = selfVerification;
    }

    DocumentSigner load(SigningProperties.Key key) {
        StoredKey stored = key.token() == null
                ? SoftwareKey.read(key.keystore(), key.password(), engine)
                : TokenKey.find(key.token(), key.password());
        try {
            X509Certificate certificate = checked(stored);
            if (!isPair(stored, certificate)) {
                throw refused(stored, "holds a key and the certificate of another");
            }
            return new KeystoreSigner(certificate, stored, usePeriod(key, stored, certificate), engine,
                    selfVerification);
        } catch (GeneralSecurityException | ProviderException e) {
            throw new SigningException("The " + stored.place() + " holds a key or a certificate that cannot be used",
                    e);
        }
    }

    private X509Certificate checked(StoredKey stored) throws GeneralSecurityException {
        List<Certificate> chain = stored.certificates();
        if (chain.size() < 2 || !(chain.get(0) instanceof X509Certificate dsc)
                || !(chain.get(1) instanceof X509Certificate csca)) {
            throw refused(stored, "must hold the signer's certificate and its CSCA's");
        }
        if (csca.getBasicConstraints() < 0) {
            throw refused(stored, "names a CSCA that is no certificate authority");
        }
        if (!isSigned(dsc, csca)) {
            throw refused(stored, "holds a certificate that its CSCA did not sign");
        }
        if (!(dsc.getPublicKey() instanceof ECPublicKey ec)
                || ec.getParams().getCurve().getField().getFieldSize() != P256_BITS) {
            throw refused(stored, "must hold a key on P-256");
        }
        if (hasEuropeanUsage(dsc)) {
            throw refused(stored,
                    "has a European key usage; exemptions are valid in Italy alone and need a key without");
        }
        if (!developmentAllowed && DevelopmentKeystore.marks(dsc)) {
            throw refused(stored, "holds a development key, which must not sign in production");
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

    private boolean isPair(StoredKey stored, X509Certificate certificate) throws GeneralSecurityException {
        byte[] probe = {1};
        return engine.verify(certificate.getPublicKey(), probe, stored.sign(probe));
    }

    private static boolean hasEuropeanUsage(X509Certificate certificate) throws CertificateParsingException {
        return Optional.ofNullable(certificate.getExtendedKeyUsage()).orElse(List.of()).stream()
                .anyMatch(usage -> EUROPEAN_USAGES.stream().anyMatch(usage::startsWith));
    }

    private static UsePeriod usePeriod(SigningProperties.Key key, StoredKey stored,
            X509Certificate certificate) {
        Instant notBefore = certificate.getNotBefore().toInstant();
        Instant lastDay = DocumentSigner.expiryOfCertificates(certificate);
        Instant from = Optional.ofNullable(key.useFrom()).orElse(notBefore);
        Instant until = Optional.ofNullable(key.useUntil()).orElse(lastDay);
        if (from.isBefore(notBefore) || until.isAfter(lastDay)) {
            throw refused(stored, "would be used outside the validity of its certificate");
        }
        return new UsePeriod(from, until);
    }

    private static SigningException refused(StoredKey stored, String why) {
        return new SigningException("The " + stored.place() + ' ' + why);
    }
}
