/**
 * Where the messages to holders end on the local platform and in rehearsals: a mail server and an SMS gateway that accept
 * everything, write it down before they say so, and show it. Whoever counts repetitions after a kill reads the journals.
 *
 * <p>Listens on this machine alone. Not for real addresses: what was accepted stands on the disk in clear.
 */
package it.dgc.deploy.outbox;
