package it.dgc.generation.signing;

import it.dgc.common.hcert.HcertClaims;

/**
 * What shall be signed, as yet unchecked.
 *
 * @param claims issuer, times and DCC, as they will stand in the certificate
 */
public record CertificateDraft(HcertClaims claims) {}
