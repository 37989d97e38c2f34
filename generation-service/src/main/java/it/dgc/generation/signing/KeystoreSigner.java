package it.dgc.generation.signing;

import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.cert.X509Certificate;
import java.time.Instant;

import it.dgc.common.hcert.CoseSigner;
import it.dgc.common.hcert.HcertEncoder;
import it.dgc.common.hcert.KeyId;

/** Signs with a key of a key store, be it a file or a token. Signatures are verified before they leave, as {@link SelfVerification} says. */
final class KeystoreSigner implements DocumentSigner {

    private final X509Certificate certificate;
    private final UsePeriod usePeriod;
    private final KeyId kid;
    private final Instant expiryOfCertificates;
    private final StoredKey key;
    private final CoseSigner coseSigner;
    private final HcertEncoder encoder = new HcertEncoder();

    KeystoreSigner(X509Certificate certificate, StoredKey key, UsePeriod usePeriod, SignatureEngine engine,
            SelfVerification selfVerification) {
        this.certificate = certificate;
        this.usePeriod = usePeriod;
        this.key = key;
        this.kid = KeyId.ofCertificate(certificate);
        this.expiryOfCertificates = DocumentSigner.expiryOfCertificates(certificate);
        this.coseSigner = new VerifyingSigner(kid, certificate.getPublicKey(), key, engine, selfVerification);
    }

    @Override
    public X509Certificate certificate() {
        return certificate;
    }

    @Override
    public UsePeriod usePeriod() {
        return usePeriod;
    }

    @Override
    public KeyId kid() {
        return kid;
    }

    @Override
    public Instant expiryOfCertificates() {
        return expiryOfCertificates;
    }

    @Override
    public String sign(CheckedCertificate checked) {
        if (!checked.signer().equals(kid)) {
            throw new IllegalArgumentException("The certificate was checked for another signer");
        }
        try {
            return encoder.encode(checked.claims(), coseSigner);
        } catch (GeneralSecurityException | ProviderException e) {
            throw new SigningException("The key " + kid.base64() + " could not sign", e);
        }
    }

    @Override
    public String toString() {
        return "key " + kid.base64() + " of the " + key;
    }
}
