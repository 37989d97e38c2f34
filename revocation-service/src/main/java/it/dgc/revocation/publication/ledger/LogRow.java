package it.dgc.revocation.publication.ledger;

import it.dgc.revocation.drl.hashes.RevokedHash;

/**
 * One change of the list.
 *
 * @param position from 1, without holes
 * @param change what happens to the entry
 * @param hash the entry
 */
public record LogRow(long position, Change change, RevokedHash hash) {

    /** What happens to an entry. */
    public enum Change {
        ADDED, REMOVED
    }
}
