/**
 * A runnable double of Sistema TS, so far as it notifies exemptions: invented persons and doctors, their notifications,
 * and the producer that puts them on the platform's topic.
 *
 * <p>Written from the contract (the message shapes of {@code common.messages} and the published rules of the codes) and
 * not from the platform's own code, so that both have to agree on the wire: the rules of check characters are worked
 * out here a second time on purpose. Not for certificates, and not for production: codes made here can be guessed.
 */
package it.dgc.deploy.sistemats;
