/**
 * The HCERT codec both ways: DCC, CBOR, CWT, COSE_Sign1, zlib, base45, {@code HC1:} (hcert-spec 1.0.8, chapters 3 and 4).
 *
 * <p>Answers whether a text is a certificate that a known key signed and that its times allow. Not here: what the DCC
 * says (schema, value sets, the exemption), revocation, rules of validity, pictures, and where keys come from or are
 * kept. Where readers stray from the norm stands in {@code docs/divergences.md}.
 */
package it.dgc.common.hcert;
