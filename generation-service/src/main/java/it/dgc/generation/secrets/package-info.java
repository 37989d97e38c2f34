/**
 * Keys for personal data and for identifiers: encryption of fields, blind indexes, derivation of UVCI and AUTHCODE
 * (architecture D2, D3, D10), all by Google Tink. The keys of the fields rotate while the service runs; the others are
 * read once and stay, because what they made is looked up again.
 *
 * <p>Not for the signing keys: those never leave {@code signing}. Not for encrypting stored fields anew: that is for
 * those who store them.
 */
package it.dgc.generation.secrets;
