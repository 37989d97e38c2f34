/**
 * The service that owns the revocation list (Allegato B, chapter 2): what was revoked goes in, what verifiers synchronise
 * comes out.
 *
 * <p>One package a feature; here stand only the application and its settings. Not for decisions about a certificate: the
 * generation service owns it and decides; this service knows the hash of its identifier and nothing else.
 */
package it.dgc.revocation;
