package it.dgc.generation.signing;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Objects that are ready to sign with one key, used again. One that failed is used no more. Safe for use by several threads. */
final class SigningPool {

    private final SignatureEngine engine;
    private final PrivateKey key;
    private final BlockingQueue<Signature> idle = new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

    SigningPool(SignatureEngine engine, PrivateKey key) {
        this.engine = engine;
        this.key = key;
    }

    /** @return r and s of the ES256 signature */
    byte[] sign(byte[] toBeSigned) throws GeneralSecurityException {
        Signature ready = idle.poll();
        Signature signature = ready == null ? engine.signingWith(key) : ready;
        signature.update(toBeSigned);
        byte[] signed = signature.sign();
        // Where others are idle already, this one is not needed any more.
        idle.offer(signature);
        return signed;
    }
}
