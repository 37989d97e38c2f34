package it.dgc.common.hcert;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import it.dgc.common.hcert.cose.CoseAlgorithm;
import it.dgc.common.hcert.cose.CoseSign1;

import static it.dgc.common.hcert.DecodingSteps.cose;
import static it.dgc.common.hcert.DecodingSteps.hcert;
import static it.dgc.common.hcert.DecodingSteps.inflated;
import static it.dgc.common.hcert.DecodingSteps.kid;
import static it.dgc.common.hcert.DecodingSteps.unbase45;
import static it.dgc.common.hcert.DecodingSteps.unprefixed;
import static it.dgc.common.hcert.RefusedException.because;
import static it.dgc.common.hcert.RefusedException.unless;

/**
 * Reads the text of a QR code (hcert-spec 4.2, then 3.3). The signature is verified before the payload is looked at, so
 * that a forged certificate never reads as an expired one.
 */
public final class HcertDecoder {

    private final SignerKeys keys;

    /** @param keys the keys to trust */
    public HcertDecoder(SignerKeys keys) {
        this.keys = keys;
    }

    /**
     * Reads and verifies; never throws for any text.
     *
     * @param text untrusted text of a QR code
     * @param at the time for which certificate and key must be valid; the ends of a period belong to it
     * @return the certificate, or the first reason to refuse it
     */
    public HcertReading read(String text, Instant at) {
        try {
            CoseSign1 cose = cose(inflated(unbase45(unprefixed(text))));
            List<SignerKey> signers = signers(cose);
            Hcert hcert = hcert(cose);
            checkClaims(hcert, at);
            return new HcertReading.Accepted(hcert, entitled(signers, hcert, at));
        } catch (RefusedException refused) {
            return new HcertReading.Refused(refused.reason());
        }
    }

    /**
     * Decodes without looking at keys, signature or times; what it returns is <strong>unverified</strong>.
     *
     * @param text untrusted text of a QR code
     * @return the certificate, or the stage that failed
     */
    public static HcertInspection inspect(String text) {
        try {
            return new HcertInspection.Readable(hcert(cose(inflated(unbase45(unprefixed(text))))));
        } catch (RefusedException refused) {
            return new HcertInspection.Unreadable(refused.reason());
        }
    }

    /** @return whose signature it is: more than one where certificates share a key, the one that ends last first */
    private List<SignerKey> signers(CoseSign1 cose) throws RefusedException {
        unless(!cose.isCritical(), HcertRefusal.CRITICAL_HEADER_NOT_UNDERSTOOD);
        CoseAlgorithm algorithm = cose.algorithm().orElseThrow(because(HcertRefusal.ALGORITHM_NOT_SUPPORTED));
        List<SignerKey> candidates = keys.candidates(kid(cose));
        unless(!candidates.isEmpty(), HcertRefusal.KEY_NOT_IN_TRUST_LIST);
        List<SignerKey> fitting = candidates.stream().filter(key -> algorithm.fits(key.publicKey())).toList();
        unless(!fitting.isEmpty(), HcertRefusal.KEY_DOES_NOT_FIT_ALGORITHM);
        byte[] signed = cose.toBeSigned();
        List<SignerKey> signers = fitting.stream()
                .filter(key -> algorithm.verifies(key.publicKey(), signed, cose.signature()))
                .sorted(Comparator.comparing(SignerKey::notAfter).reversed()).toList();
        unless(!signers.isEmpty(), HcertRefusal.SIGNATURE_INVALID);
        return signers;
    }

    private static void checkClaims(Hcert hcert, Instant at) throws RefusedException {
        unless(!at.isBefore(hcert.issuedAt()), HcertRefusal.CWT_NOT_YET_VALID);
        unless(!at.isAfter(hcert.expiresAt()), HcertRefusal.CWT_EXPIRED);
    }

    private static SignerKey entitled(List<SignerKey> signers, Hcert hcert, Instant at) throws RefusedException {
        Optional<SignerKey> entitled = signers.stream().filter(signer -> objection(signer, hcert, at).isEmpty())
                .findFirst();
        if (entitled.isPresent()) {
            return entitled.get();
        }
        throw because(objection(signers.getFirst(), hcert, at).orElseThrow()).get();
    }

    private static Optional<HcertRefusal> objection(SignerKey signer, Hcert hcert, Instant at) {
        // The claims hold, so the reading is not before the issue: an issue within the period covers both.
        if (hcert.issuedAt().isBefore(signer.notBefore())) {
            return Optional.of(HcertRefusal.PUBLIC_KEY_NOT_YET_VALID);
        }
        if (at.isAfter(signer.notAfter())) {
            return Optional.of(HcertRefusal.PUBLIC_KEY_EXPIRED);
        }
        return signer.mayState(CertificateKind.of(hcert.dcc()))
                ? Optional.empty()
                : Optional.of(HcertRefusal.UNSUITABLE_PUBLIC_KEY_TYPE);
    }
}
