package it.dgc.generation.registry;

import java.time.Instant;

/**
 * That a holder is told of a recovery on the portal, and so learns of one that was somebody else's (Allegato B, chapters 5
 * and 6).
 *
 * @param id names the recovery; letters, digits and hyphens
 * @param language that was chosen: {@code IT}, {@code EN}, {@code DE} or {@code FR}
 * @param at when it was recovered; the store keeps milliseconds
 */
public record Notice(String id, String language, Instant at) {}
