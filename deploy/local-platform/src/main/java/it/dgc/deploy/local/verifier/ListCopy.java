package it.dgc.deploy.local.verifier;

import java.util.Set;

/**
 * The revocation list as it stands here.
 *
 * @param version of the list; 0 where there is none yet
 * @param hashes its entries
 */
record ListCopy(long version, Set<String> hashes) {

    static final ListCopy NONE = new ListCopy(0, Set.of());

    ListCopy {
        hashes = Set.copyOf(hashes);
    }
}
