/**
 * The secret by which the portal hashes what it must recognise and must not keep; all instances share it.
 *
 * <p>Not for encryption, and not the generation service's keys: neither service can compute the hashes of the other.
 */
package it.dgc.portal.limits.keys;
