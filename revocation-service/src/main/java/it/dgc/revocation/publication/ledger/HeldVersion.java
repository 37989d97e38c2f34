package it.dgc.revocation.publication.ledger;

/**
 * A version that the guard holds back.
 *
 * @param version the number that it would have
 * @param position the last change in it
 * @param reason why
 */
public record HeldVersion(long version, long position, HeldReason reason) {}
