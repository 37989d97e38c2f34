/** What operators ask and tell by mutual TLS about the versions of the list; nothing of it is public. */
package it.dgc.revocation.publication.operations;
