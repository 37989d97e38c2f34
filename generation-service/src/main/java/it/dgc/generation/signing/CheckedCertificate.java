package it.dgc.generation.signing;

import it.dgc.common.hcert.HcertClaims;
import it.dgc.common.hcert.KeyId;

/** A certificate that passed every check for one signer; only {@link CertificateChecker} can make it. */
public final class CheckedCertificate {

    private final HcertClaims claims;
    private final KeyId signer;

    CheckedCertificate(HcertClaims claims, KeyId signer) {
        this.claims = claims;
        this.signer = signer;
    }

    HcertClaims claims() {
        return claims;
    }

    KeyId signer() {
        return signer;
    }
}
