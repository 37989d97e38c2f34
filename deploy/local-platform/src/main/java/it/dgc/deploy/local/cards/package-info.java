/**
 * The desk of Sistema TS on the local platform: whoever tries the platform out learns which health card an invented person
 * has, and may change it.
 *
 * <p>Asks the register of the mock by its knobs. Not for the portal, which asks its two questions over mutual TLS and is
 * never told a number.
 */
package it.dgc.deploy.local.cards;
