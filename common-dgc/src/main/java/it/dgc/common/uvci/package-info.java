/**
 * The identifier of an Italian certificate (UVCI): its form, how it is derived, how the revocation list names it.
 *
 * <p>Not here: the key from which identifiers are derived, who holds which identifier, and the general European form
 * with {@code URN:UVCI:}, which Italy does not use.
 */
package it.dgc.common.uvci;
