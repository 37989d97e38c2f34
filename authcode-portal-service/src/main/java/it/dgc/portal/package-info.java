/**
 * Room for the citizens' portal (Allegato B, chapters 5 and 6): recovery of the AUTHCODE and of certificates.
 *
 * <p>Nothing is built here yet; no page answers.
 */
package it.dgc.portal;
