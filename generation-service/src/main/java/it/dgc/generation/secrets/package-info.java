/**
 * Keys for personal data and for identifiers: encryption of fields, blind indexes, derivation of UVCI and AUTHCODE
 * (architecture D2, D3, D10), all by Google Tink.
 *
 * <p>Not for the signing keys: those never leave {@code signing}.
 */
package it.dgc.generation.secrets;
