/**
 * Millions of SHA-256 hashes in little memory: the hash, an array of them, an index over them.
 *
 * <p>Knows nothing of versions, chunks or certificates.
 */
package it.dgc.revocation.drl.hashes;
