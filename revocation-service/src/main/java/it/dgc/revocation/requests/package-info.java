/**
 * Takes requests to revoke and to restore from Sistema TS over HTTP, hands them on to the generation service, and tells
 * what came of them (Allegato B, chapter 2).
 *
 * <p>Not for the decision: that is the generation service's, which owns the certificates and the rules of who may. Not for
 * who the caller is either: that is settled before a request comes here (D11). Nothing personal stays: of a request
 * are kept its id, who sent it, a keyed digest, and where it stands.
 */
package it.dgc.revocation.requests;
