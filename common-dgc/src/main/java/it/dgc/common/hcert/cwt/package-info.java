/**
 * The claims that are signed (RFC 8392; hcert-spec 3.3.4 to 3.3.7).
 *
 * <p>Knows what a claim is and of which type; whether a time has come or gone is for the reader of the certificate.
 */
package it.dgc.common.hcert.cwt;
