package it.dgc.common.hcert;

import java.time.Instant;
import java.util.List;

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
            SignerKey signer = signer(cose);
            Hcert hcert = hcert(cose);
            checkClaims(hcert, at);
            checkKey(signer, hcert, at);
            return new HcertReading.Accepted(hcert, signer);
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

    private SignerKey signer(CoseSign1 cose) throws RefusedException {
        unless(!cose.isCritical(), HcertRefusal.CRITICAL_HEADER_NOT_UNDERSTOOD);
        CoseAlgorithm algorithm = cose.algorithm().orElseThrow(because(HcertRefusal.ALGORITHM_NOT_SUPPORTED));
        List<SignerKey> candidates = keys.candidates(kid(cose));
        unless(!candidates.isEmpty(), HcertRefusal.KEY_NOT_IN_TRUST_LIST);
        List<SignerKey> fitting = candidates.stream().filter(key -> algorithm.fits(key.publicKey())).toList();
        unless(!fitting.isEmpty(), HcertRefusal.KEY_DOES_NOT_FIT_ALGORITHM);
        byte[] signed = cose.toBeSigned();
        return fitting.stream().filter(key -> algorithm.verifies(key.publicKey(), signed, cose.signature())).findFirst()
                .orElseThrow(because(HcertRefusal.SIGNATURE_INVALID));
    }

    private static void checkClaims(Hcert hcert, Instant at) throws RefusedException {
        unless(!at.isBefore(hcert.issuedAt()), HcertRefusal.CWT_NOT_YET_VALID);
        unless(!at.isAfter(hcert.expiresAt()), HcertRefusal.CWT_EXPIRED);
    }

    private static void checkKey(SignerKey signer, Hcert hcert, Instant at) throws RefusedException {
        // The claims hold, so the reading is not before the issue: an issue within the period covers both.
        unless(!hcert.issuedAt().isBefore(signer.notBefore()), HcertRefusal.PUBLIC_KEY_NOT_YET_VALID);
        unless(!at.isAfter(signer.notAfter()), HcertRefusal.PUBLIC_KEY_EXPIRED);
        unless(signer.mayState(CertificateKind.of(hcert.dcc())), HcertRefusal.UNSUITABLE_PUBLIC_KEY_TYPE);
    }
}
