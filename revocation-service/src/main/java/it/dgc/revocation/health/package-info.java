/**
 * Answers whether this instance should get traffic: it should as long as it has a list. Broker, store and listener are told
 * apart, for the people who run it: without them the list grows old, but verifiers go on.
 */
package it.dgc.revocation.health;
