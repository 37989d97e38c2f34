/**
 * Recovery of the AUTHCODE (Allegato B, chapter 5, Table 3).
 *
 * <p>Not for the pages, nor for certificates.
 */
package it.dgc.portal.authcode;
