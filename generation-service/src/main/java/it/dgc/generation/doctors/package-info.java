/**
 * The platform's own list of doctors whose word it does not take (Allegato B, chapters 1 and 2), and how operators keep it.
 *
 * <p>Who may certify at all is for Sistema TS to say; what the list means for a certificate is decided in {@code issuance}
 * and {@code revocation}.
 */
package it.dgc.generation.doctors;
