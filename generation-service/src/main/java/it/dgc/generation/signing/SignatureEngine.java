package it.dgc.generation.signing;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The implementation of ES256 (RFC 9053, 2.1: ECDSA over P-256 with SHA-256, signature as r and s, 32 bytes each) that
 * signs fastest on this machine: Amazon Corretto's native one where it loads, else Bouncy Castle's. Both are several
 * times faster than what {@code Signature.getInstance} gives by default.
 */
record SignatureEngine(Provider provider, String algorithm) {

    private static final String R_AND_S = "SHA256withECDSAinP1363Format";

    static SignatureEngine fastest() {
        AmazonCorrettoCryptoProvider corretto = AmazonCorrettoCryptoProvider.INSTANCE;
        if (corretto.getLoadingError() == null) {
            SignatureEngine nativeEngine = of(corretto);
            if (nativeEngine.works()) {
                return nativeEngine;
            }
        }
        return portable();
    }

    /** @param provider knows ES256 by the JDK's name of it, as SunPKCS11 and Corretto do */
    static SignatureEngine of(Provider provider) {
        return new SignatureEngine(provider, R_AND_S);
    }

    static SignatureEngine portable() {
        return new SignatureEngine(new BouncyCastleProvider(), "SHA256withPLAIN-ECDSA");
    }

    /**
     * A key that another provider read is translated by this one for each signature, which takes it as long as signing.
     *
     * @return the same key as this provider's own; the key as it is where the provider has no form for it
     */
    PrivateKey own(PrivateKey key) {
        return (PrivateKey) translated(key);
    }

    /** @return as {@link #own(PrivateKey)} */
    PublicKey own(PublicKey key) {
        return (PublicKey) translated(key);
    }

    private Key translated(Key key) {
        try {
            return KeyFactory.getInstance(key.getAlgorithm(), provider).translateKey(key);
        } catch (NoSuchAlgorithmException | InvalidKeyException foreign) {
            return key;
        }
    }

    /** @return what signs with this key, again and again */
    Signature signingWith(PrivateKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm, provider);
        signature.initSign(key);
        return signature;
    }

    byte[] sign(PrivateKey key, byte[] toBeSigned) throws GeneralSecurityException {
        Signature signature = signingWith(key);
        signature.update(toBeSigned);
        return signature.sign();
    }

    boolean verify(PublicKey key, byte[] signed, byte[] signatureBytes) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm, provider);
        signature.initVerify(key);
        signature.update(signed);
        return signature.verify(signatureBytes);
    }

    private boolean works() {
        byte[] probe = {1, 2, 3};
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return verify(pair.getPublic(), probe, sign(pair.getPrivate(), probe));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
