/**
 * COSE_Sign1, the signed envelope (RFC 9052, section 4.2; hcert-spec 3.3.2 and 3.3.3).
 *
 * <p>Holds no keys and trusts nobody: which key a kid stands for, and whether it may be used, is decided outside.
 */
package it.dgc.common.hcert.cose;
