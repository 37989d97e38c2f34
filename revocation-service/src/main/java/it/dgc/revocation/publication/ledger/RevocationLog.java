package it.dgc.revocation.publication.ledger;

import java.util.List;
import java.util.Optional;

/** Keeps the changes for ever. Every method is one atomic step; failures are transient and thrown. */
public interface RevocationLog {

    /**
     * @param row the next change
     * @return whether it was written; not if there is one at its position
     */
    boolean append(LogRow row);

    /**
     * @param position any
     * @return the rows behind it, in order and up to the first hole; not necessarily all, but one at least if there is one
     */
    List<LogRow> after(long position);

    /**
     * @param position any
     * @return the row there
     */
    Optional<LogRow> at(long position);

    /**
     * @param event the digest of an event's id
     * @return whether it was taken in
     */
    boolean hasSeen(String event);

    /** @param event the digest of an event's id; from now on it is seen */
    void seen(String event);
}
