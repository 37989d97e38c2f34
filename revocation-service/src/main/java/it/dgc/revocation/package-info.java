/**
 * Room for the revocation list (Allegato B, chapter 2): requests from Sistema TS, the list, its publication.
 *
 * <p>Nothing is built here yet; no endpoint answers.
 */
package it.dgc.revocation;
