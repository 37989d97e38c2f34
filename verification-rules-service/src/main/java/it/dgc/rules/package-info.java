/**
 * The service that verifiers synchronise with once a day, before they work offline (Allegato B, chapter 4).
 *
 * <p>One package a feature; here stand only the application and its settings. Not for the revocation list, which the
 * revocation service serves, and not for signing: this service knows certificates, never private keys.
 */
package it.dgc.rules;
