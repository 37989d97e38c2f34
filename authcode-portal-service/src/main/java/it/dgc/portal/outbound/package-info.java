/**
 * How the portal asks others: over mutual TLS, within a time, believing nothing that it did not ask for (reliability T20).
 *
 * <p>Not for what is asked, nor for what an answer means: each peer has its own package.
 */
package it.dgc.portal.outbound;
