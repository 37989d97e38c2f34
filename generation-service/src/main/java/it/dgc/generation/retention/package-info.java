/**
 * Erases what is no longer needed: the personal fields of certificates some time after their end (GDPR, article 5(1)(e)),
 * the refusals of records that have left their topic.
 *
 * <p>Not for topics, which the broker shortens by their own settings.
 */
package it.dgc.generation.retention;
