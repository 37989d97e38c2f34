/**
 * Serves the list as the ministry's service does: {@code /v1/dgc/drl/check} and {@code /v1/dgc/drl} (VerificaC19
 * protocol, sections 1 and 2).
 *
 * <p>Whatever goes wrong here must not look like the client's fault: deployed verifiers erase their list on any answer
 * from 400 to 407 (P15).
 */
package it.dgc.revocation.drl.http;
