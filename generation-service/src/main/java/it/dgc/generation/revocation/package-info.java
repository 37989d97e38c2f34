/**
 * Decides whether a certificate may be accepted: revokes and restores on the word of a doctor for whom Sistema TS vouches
 * (Allegato B, chapter 2), and says when a revoked one has ended by itself.
 *
 * <p>The list that verifiers read is not kept here: it belongs to the revocation service, which hears of every change.
 */
package it.dgc.generation.revocation;
