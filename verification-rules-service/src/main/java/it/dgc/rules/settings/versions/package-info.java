/**
 * Keeps every rule set that was ever proposed, and the log of what came into force when, at whose word.
 *
 * <p>Both only grow: nothing is changed or deleted. Which set is in force at an instant follows from the log and that
 * instant alone ({@link it.dgc.rules.settings.versions.History}), so instances agree without talking, and an instant that
 * passed while all were down counts.
 *
 * <p>Not for serving: {@code served} does that, and goes on without the store.
 */
package it.dgc.rules.settings.versions;
