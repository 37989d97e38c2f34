/**
 * The list as verifiers get it (Allegato B, chapter 2; D8; VerificaC19 protocol, invariants I1 to I11): versions, the
 * chunks of a whole list, the deltas between versions.
 *
 * <p>An entry keeps its place as long as it is in the list; what leaves, leaves a gap. Entries are never moved to close
 * gaps: a client that does not notice a new version during its download would miss those that moved past it. New entries
 * fill the gaps of chunks that are less than half full.
 *
 * <p>Not for the question what may be published and when: {@code it.dgc.revocation.publication} decides.
 */
package it.dgc.revocation.drl;
