package it.dgc.revocation.publication.ledger;

/** Why nothing is published (P14). */
public enum HeldReason {
    /** It would have no entry. */
    EMPTY,
    /** The store knows only older versions than the one that is served. */
    OLDER,
    /** The store's log lacks changes that are served: entries would be lost without a recorded restore. */
    LOST_ENTRIES,
    /** It grew beyond the configured share. The only one that an operator can release: the others are damage. */
    GREW
}
