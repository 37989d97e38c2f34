/**
 * QR symbols: drawing the one that a certificate's text becomes (hcert-spec 4.3), and reading one back from a picture.
 *
 * <p>Not for what the text says: that is {@code hcert}'s. Nothing drawn here names a kind of certificate, neither as
 * title nor as metadata, because the outside of an exemption has to look like the outside of any other certificate. The
 * bar code library stays behind this room; nobody else sees its types.
 */
package it.dgc.common.qr;
