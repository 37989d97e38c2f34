/**
 * Follows notifications through the platform: from the broker, past the committed position of the generation service, to
 * the register or the dead letters. Nothing is guessed from elapsed time.
 */
package it.dgc.deploy.local.delivery;
