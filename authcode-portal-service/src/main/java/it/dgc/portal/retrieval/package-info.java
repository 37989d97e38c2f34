/**
 * Certificates for who has the code and a health card (Allegato B, section 5.2), or no card at all (chapter 6, Table 4).
 *
 * <p>Not for the pages, nor for how a certificate is drawn.
 */
package it.dgc.portal.retrieval;
