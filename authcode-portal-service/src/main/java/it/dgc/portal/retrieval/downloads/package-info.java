/**
 * Documents behind links that work once. The store keeps the text of a certificate for minutes, under a key that only the link has.
 *
 * <p>Not for deciding who may have one.
 */
package it.dgc.portal.retrieval.downloads;
