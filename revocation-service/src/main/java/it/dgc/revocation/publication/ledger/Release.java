package it.dgc.revocation.publication.ledger;

import java.time.Instant;

/**
 * Somebody lets a held version through.
 *
 * @param version its number
 * @param position the last change in it: what came later was not seen by whoever released it
 * @param by who
 * @param at when
 */
public record Release(long version, long position, String by, Instant at) {}
