package it.dgc.rules.settings.served;

import java.time.Instant;

import it.dgc.rules.settings.RuleSet;

/**
 * A rule set with the instant from which it is served.
 *
 * @param from inclusive
 * @param version its number
 * @param hash of its content
 * @param rules sound ones
 */
public record Served(Instant from, int version, String hash, RuleSet rules) {}
