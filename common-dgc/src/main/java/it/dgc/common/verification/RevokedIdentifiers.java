package it.dgc.common.verification;

import java.util.Set;

/** The revocation list as a verifier keeps it: hashes and nothing else (Allegato B, chapter 2). */
@FunctionalInterface
public interface RevokedIdentifiers {

    /**
     * @param hash Base64 with padding of SHA-256 over the identifier exactly as it stands in a certificate
     * @return whether it is revoked
     */
    boolean contains(String hash);

    /**
     * @param hashes entries of the list
     * @return a list in memory, a copy
     */
    static RevokedIdentifiers of(Set<String> hashes) {
        return Set.copyOf(hashes)::contains;
    }
}
