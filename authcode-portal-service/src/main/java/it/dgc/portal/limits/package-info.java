/**
 * Bounds how often anybody may guess: per person, per card and date, per address, and in all (Allegato B, chapters 5 and 6: the forms
 * prove a person by what others can find out). What is counted is taken before anybody outside is asked, so that parallel
 * tries cannot go past a bound, and is given back where it turns out to be right.
 *
 * <p>Not for the answer: who is over a limit hears what everybody hears who is not verified, and the forms see to that. Not
 * a lock either: every bound is a window that slides. What is kept names nobody: keys are keyed hashes.
 */
package it.dgc.portal.limits;
