/**
 * The log and the register in MongoDB. Every question is for documents by {@code _id}, every step one atomic write (D4).
 *
 * <p>What is stored of a certificate is the hash of its identifier, and which change it was (D8). Of an event only the
 * digest of its id is kept: the id may hold the identifier.
 */
package it.dgc.revocation.publication.store;
