package it.dgc.revocation.drl;

import java.util.List;

import it.dgc.common.codes.Sha256;
import it.dgc.revocation.drl.hashes.RevokedHash;

/** The entry that keeps the list from being empty from the first day on (I1): clients take an empty list for none. */
public final class SyntheticEntry {

    /** No identifier has this form, so the entry revokes nobody. */
    private static final String NO_IDENTIFIER = "PN-DGC: first entry of the revocation list; stands for no certificate";

    private static final RevokedHash HASH = RevokedHash.read(Sha256.base64(NO_IDENTIFIER)).orElseThrow();

    private SyntheticEntry() {}

    /** @return the entry */
    public static RevokedHash hash() {
        return HASH;
    }

    /** @return what the first version consists of */
    public static NetChanges firstVersion() {
        return new NetChanges(List.of(HASH), List.of());
    }
}
