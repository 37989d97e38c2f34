/**
 * Counters that all instances share and that survive them: tries within sliding windows, and budgets. Each change is one
 * atomic write of one document that is found by its {@code _id} (D4).
 *
 * <p>Not for what is counted: keys come as keyed hashes, and nothing here could tell whose they are.
 */
package it.dgc.portal.limits.counters;
