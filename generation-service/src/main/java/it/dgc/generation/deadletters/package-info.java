/**
 * What could not be used is kept: encrypted in the dead letters, with its reason and its origin, once, however often the
 * record is handed in; and the auditor is told.
 *
 * <p>Decides nothing: whether a record is refused, and why, the intake knows.
 */
package it.dgc.generation.deadletters;
