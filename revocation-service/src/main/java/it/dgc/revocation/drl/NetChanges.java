package it.dgc.revocation.drl;

import java.util.List;

import it.dgc.revocation.drl.hashes.RevokedHash;

/**
 * What distinguishes a version from the one before it; no hash is in both lists (I9).
 *
 * @param added entries that come, in the order in which they were recorded
 * @param removed entries that leave, likewise
 */
public record NetChanges(List<RevokedHash> added, List<RevokedHash> removed) {

    /** Copies what it is given. */
    public NetChanges {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /** @return whether a version of it would be the same as the one before it (I2) */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty();
    }

    int size() {
        return added.size() + removed.size();
    }
}
