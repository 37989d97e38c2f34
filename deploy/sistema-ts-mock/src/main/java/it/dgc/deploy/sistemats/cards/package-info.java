/**
 * Sistema TS, so far as it is asked about health cards (Allegato B, chapters 5 and 6): a register of invented cards, the
 * two questions of the portal over mutual TLS, and knobs that make it slow, lie or break.
 *
 * <p>Written from the contract and not from the portal's code, so that both have to agree on the wire. Not for
 * production: a card made here can be worked out by whoever knows the seed.
 */
package it.dgc.deploy.sistemats.cards;
