/**
 * Certificates for mutual TLS on the local platform: an authority for development, made at first start, and clients for
 * the command line and for tests that come as an institution (architecture, D11 and section 5).
 *
 * <p>Not for production, whose certificates come from the institutions' authorities; not for documents, whose signers are
 * made by the generation service.
 */
package it.dgc.deploy.local.tls;
