/**
 * The certificate on paper and on a screen: from the text of its QR code to a PDF and a picture (Allegato B, chapter 6).
 *
 * <p>Not for who may have it, which the forms decide, nor for whether it is valid, which a verifier decides. What stands
 * outside when the sheet is folded, in a title, in metadata or in a file name is the same for every kind of certificate
 * (architecture, D14). Works in memory: no network, no file, no clock.
 */
package it.dgc.portal.rendering;
