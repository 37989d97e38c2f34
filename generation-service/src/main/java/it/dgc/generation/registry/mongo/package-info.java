/**
 * The register in MongoDB: what is encrypted, what is indexed, and the small collections of hints that lead to work.
 *
 * <p>Only what every server of that protocol does is used: single documents, unique keys, no transaction.
 */
package it.dgc.generation.registry.mongo;
