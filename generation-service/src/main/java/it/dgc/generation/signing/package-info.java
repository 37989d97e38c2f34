/**
 * Nothing is signed here that was not checked, and the compiler says so (architecture D5): only
 * {@code CertificateChecker} makes a {@code CheckedCertificate}, and {@code DocumentSigner} accepts nothing else.
 *
 * <p>Keys never leave this room, those of a token not even their token. It decides nothing about who gets a certificate: that is {@code issuance}.
 */
package it.dgc.generation.signing;
