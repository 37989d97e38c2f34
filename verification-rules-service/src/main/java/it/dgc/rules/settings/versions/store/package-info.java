/**
 * Versions and log in MongoDB.
 *
 * <p>Documents are read by hand, field by field: a mapper would turn a number into the text that prints it and let one
 * damaged document take the others with it.
 */
package it.dgc.rules.settings.versions.store;
