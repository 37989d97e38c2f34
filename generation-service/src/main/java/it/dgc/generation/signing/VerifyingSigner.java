package it.dgc.generation.signing;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SignatureException;

import it.dgc.common.hcert.CoseSigner;
import it.dgc.common.hcert.KeyId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a key sign, and looks at what it made: at the form of each signature, and whether those that are chosen verify. */
final class VerifyingSigner implements CoseSigner {

    private static final Logger LOG = LoggerFactory.getLogger(VerifyingSigner.class);
    /** r and s of P-256 (RFC 9053, section 2.1). */
    private static final int BYTES = 64;

    private final KeyId kid;
    private final PublicKey publicKey;
    private final StoredKey key;
    private final SignatureEngine engine;
    private final SelfVerification.Progress progress;

    VerifyingSigner(KeyId kid, PublicKey publicKey, StoredKey key, SignatureEngine engine,
            SelfVerification selfVerification) {
        this.kid = kid;
        this.publicKey = engine.own(publicKey);
        this.key = key;
        this.engine = engine;
        this.progress = selfVerification.start();
    }

    @Override
    public KeyId kid() {
        return kid;
    }

    @Override
    public byte[] sign(byte[] toBeSigned) throws GeneralSecurityException {
        long nth = progress.next();
        boolean left = false;
        try {
            byte[] signature = key.sign(toBeSigned);
            require(hasForm(signature), nth);
            require(!progress.includes(nth) || engine.verify(publicKey, toBeSigned, signature), nth);
            left = true;
            return signature;
        } finally {
            if (!left) {
                progress.startAnew();
            }
        }
    }

    private void require(boolean good, long nth) throws SignatureException {
        if (!good) {
            LOG.error("The signing key {} made a signature that does not verify; up to {} before it left unverified",
                    kid.base64(), progress.unverifiedBefore(nth));
            throw new SignatureException("The signature just made does not verify");
        }
    }

    /** Neither r nor s of a signature is zero (FIPS 186-5, 6.4.1). */
    private static boolean hasForm(byte[] signature) {
        return signature.length == BYTES && !isZero(signature, 0) && !isZero(signature, BYTES / 2);
    }

    private static boolean isZero(byte[] signature, int from) {
        for (int i = from; i < from + BYTES / 2; i++) {
            if (signature[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
