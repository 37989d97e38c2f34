/**
 * Sistema TS, so far as the portal asks it about health cards (Allegato B, chapters 5 and 6).
 *
 * <p>Not for what follows from an answer, and never for keeping one: a card that was renewed has another number.
 */
package it.dgc.portal.sistemats;
