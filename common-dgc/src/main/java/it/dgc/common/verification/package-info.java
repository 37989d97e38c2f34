/**
 * Decides offline whether a certificate is valid, from keys, rules and revocation list that were synchronised before
 * (Allegato B, chapters 3 and 4), in the order of the verifier app in use.
 *
 * <p>Knows exemptions, and of certificates of test, vaccination and recovery (schema 1.x) the signature, the times and the
 * key usage. Not here: fetching and keeping the data, the business rules of the other kinds, pictures, and how an outcome
 * is shown. What differs between this verifier and public ones stands in {@code docs/verifier-protocol.md}.
 */
package it.dgc.common.verification;
