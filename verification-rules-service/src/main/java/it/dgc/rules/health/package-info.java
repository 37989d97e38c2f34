/**
 * Answers whether this instance should get traffic: is the broker there, does the listener run.
 *
 * <p>Not for liveness: a broker that is away is no reason to restart this process, which keeps serving its last list.
 */
package it.dgc.rules.health;
