package it.dgc.common.hcert.cose;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import java.util.Set;

/** The two signature algorithms of HCERT (hcert-spec 3.3.2). */
public enum CoseAlgorithm {

    /** ECDSA with SHA-256, signature r followed by s (RFC 9053, section 2.1). */
    ES256(-7) {
        /** hcert-spec names P-256 only; issuers have signed with P-384 as RFC 9053 allows (divergences, 3.3.2). */
        @Override
        public boolean fits(PublicKey key) {
            return key instanceof ECPublicKey ec && CURVE_BITS.contains(ec.getParams().getCurve().getField()
                    .getFieldSize());
        }

        @Override
        Signature verifier() throws GeneralSecurityException {
            return Signature.getInstance("SHA256withECDSAinP1363Format");
        }
    },

    /** RSASSA-PSS with SHA-256 and a salt of 32 bytes (RFC 8230, section 2). */
    PS256(-37) {
        @Override
        public boolean fits(PublicKey key) {
            return key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= MIN_RSA_BITS;
        }

        @Override
        Signature verifier() throws GeneralSecurityException {
            Signature signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, SALT_BYTES,
                    PSSParameterSpec.TRAILER_FIELD_BC));
            return signature;
        }
    };

    private static final Set<Integer> CURVE_BITS = Set.of(256, 384, 521);
    /** hcert-spec 3.3.2, RFC 8230, section 6.1. */
    private static final int MIN_RSA_BITS = 2048;
    private static final int SALT_BYTES = 32;

    private final long value;

    CoseAlgorithm(long value) {
        this.value = value;
    }

    /** @return the number in the IANA registry of COSE algorithms */
    public long value() {
        return value;
    }

    static Optional<CoseAlgorithm> of(Object value) {
        for (CoseAlgorithm algorithm : values()) {
            if (value instanceof Long number && number == algorithm.value) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /**
     * @param key a public key
     * @return whether a signature of this algorithm can have been made with the key's private half
     */
    public abstract boolean fits(PublicKey key);

    abstract Signature verifier() throws GeneralSecurityException;

    /**
     * Verifies a signature; both (r, s) and (r, n-s) are accepted, for HCERT does not ask for a low s.
     *
     * @param key a key that {@link #fits}
     * @param signed the bytes that were signed
     * @param signature the signature, of any length
     * @return whether the signature was made over these bytes with the key's private half
     * @throws IllegalStateException where the platform lacks the algorithm
     */
    public boolean verifies(PublicKey key, byte[] signed, byte[] signature) {
        try {
            Signature verifier = verifier();
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (InvalidKeyException | SignatureException notMadeWithIt) {
            return false;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("the platform lacks " + this, missing);
        }
    }
}
