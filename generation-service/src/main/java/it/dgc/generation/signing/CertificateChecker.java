package it.dgc.generation.signing;

import java.util.List;
import java.util.stream.Stream;

import it.dgc.common.hcert.HcertClaims;

/**
 * Checks everything that a signature will vouch for: the fields of Allegato B chapter 1, the public sample's shape, and
 * the times against the signer (architecture D5).
 */
public final class CertificateChecker {

    private CertificateChecker() {}

    /**
     * @param draft what shall be signed
     * @param signer who shall sign it
     * @return the certificate, good for this signer alone; or every rule that the draft breaks
     */
    public static CheckResult check(CertificateDraft draft, DocumentSigner signer) {
        HcertClaims claims = draft.claims();
        List<LintFailure> ofTimes = TimeLints.failures(claims, signer);
        List<LintFailure> ofPayload = PayloadLints.failures(claims);
        return ofTimes.isEmpty() && ofPayload.isEmpty()
                ? new CheckResult.Passed(new CheckedCertificate(claims, signer.kid()))
                : new CheckResult.Failed(Stream.of(ofTimes, ofPayload).flatMap(List::stream).toList());
    }
}
