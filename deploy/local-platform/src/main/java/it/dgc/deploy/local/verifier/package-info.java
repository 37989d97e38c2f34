/**
 * Verifies a certificate as VerificaC19 does, with nothing but the public endpoints.
 *
 * <p>Checks the signer's key, the signature, the times and the days of an exemption. Not yet: the revocation list and the
 * published rules. Keeps nothing of a certificate.
 */
package it.dgc.deploy.local.verifier;
