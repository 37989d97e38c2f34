/**
 * The generation service, so far as the portal asks it for a certificate or its AUTHCODE (Allegato B, chapters 5 and 6).
 *
 * <p>Not for deciding who may have one: that is asked first. Nothing of an answer is kept.
 */
package it.dgc.portal.certificates;
