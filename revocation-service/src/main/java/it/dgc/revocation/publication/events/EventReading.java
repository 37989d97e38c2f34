package it.dgc.revocation.publication.events;

import it.dgc.revocation.drl.hashes.RevokedHash;
import it.dgc.revocation.publication.ledger.LogRow;

/** What came of reading an event. */
sealed interface EventReading {

    /**
     * It changes the list, unless it has done so before.
     *
     * @param event digest of its id, which may hold the identifier
     * @param change what happens to the entry
     * @param hash which entry
     */
    record Concerns(String event, LogRow.Change change, RevokedHash hash) implements EventReading {}

    /** The list has nothing to do with it. */
    record Ignored() implements EventReading {}

    /** It can never be used. */
    record Refused(RefusalReason reason) implements EventReading {}
}
