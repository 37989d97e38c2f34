/**
 * Makes and checks the signed exemption vectors in {@code docs/verifier-vectors}, with the public interface only, as a
 * stranger would use it.
 */
package it.dgc.common.verification.vectors;
