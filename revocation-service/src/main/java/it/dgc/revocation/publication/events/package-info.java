/**
 * Takes in what the generation service says about certificates, at least once each, and lets each have its effect once.
 *
 * <p>What can never be used is set aside with its reason; what fails on the way (store, network) comes again until it
 * succeeds (D7).
 */
package it.dgc.revocation.publication.events;
