package it.dgc.rules.signers;

import java.util.List;

/** Keeps the signers over restarts. Every method is one atomic step; failures are transient and thrown. */
interface SignerStore {

    /** @return every signer ever stored, active or not, in no order */
    List<StoredSigner> all();

    /**
     * @param floor from 1
     * @return a number above every number that this method has returned before, and not below {@code floor}; never above
     *         2^31 - 1
     */
    int nextToken(int floor);

    /** @return whether it was added; {@code false} where one with this id is there */
    boolean add(StoredSigner first);

    /** @return whether {@code next} took the place of {@code seen}; {@code false} where another change came between */
    boolean replace(StoredSigner seen, StoredSigner next);
}
