package it.dgc.portal.captcha;

import java.time.Instant;

import it.dgc.portal.limits.Form;
import it.dgc.portal.limits.keys.KeyedHash;
import org.altcha.altcha.Altcha;

/**
 * ALTCHA, protocol v1, by its library. The library proves that the work was done for a challenge of ours; that it is
 * used once and in time is for the store, whose clock is ours.
 */
final class ProofOfWork {

    private final String key;

    ProofOfWork(KeyedHash hash) {
        this.key = hash.text("captcha.altcha");
    }

    /** The widget takes a new one by itself when the end that stands in the salt has come. */
    Challenge.ProofOfWork challenge(String id, Form form, long maxNumber, Instant end) {
        Altcha.ChallengeOptions options = new Altcha.ChallengeOptions().setAlgorithm(Altcha.Algorithm.SHA256)
                .setMaxNumber(maxNumber).setSecureRandomNumber(true).setHmacKey(key).setExpires(end.getEpochSecond())
                .addParam("id", id).addParam("form", form.name());
        Altcha.Challenge made = make(options);
        return new Challenge.ProofOfWork(made.algorithm, made.challenge, made.maxnumber, made.salt, made.signature);
    }

    /** Whether the number is the one that was looked for, and the challenge one of ours. */
    boolean isDone(Altcha.Payload payload) {
        return "SHA-256".equals(payload.algorithm) && verify(payload);
    }

    // The library declares Exception, and means a platform without SHA-256.
    private static Altcha.Challenge make(Altcha.ChallengeOptions options) {
        try {
            return Altcha.createChallenge(options);
        } catch (Exception e) {
            throw new IllegalStateException("ALTCHA made no challenge", e);
        }
    }

    private boolean verify(Altcha.Payload payload) {
        try {
            return Altcha.verifySolution(payload, key, false);
        } catch (Exception e) {
            throw new IllegalStateException("ALTCHA could not verify", e);
        }
    }
}
