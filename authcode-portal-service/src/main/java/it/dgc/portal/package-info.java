/**
 * The citizens' portal (Allegato B, chapters 5 and 6): recovery of the AUTHCODE and of certificates.
 *
 * <p>One package a feature; here stand only the application, what it opens, and how it reaches its store. Not for
 * certificates: the generation service owns them, and this service keeps none.
 */
package it.dgc.portal;
