/**
 * What other institutions may ask about certificates, by mutual TLS: the portal finds one and recovers its code or its text
 * (Allegato B, chapters 5 and 6).
 *
 * <p>Not for verifying persons: whoever asks has done that. Nothing here signs.
 */
package it.dgc.generation.channels;
