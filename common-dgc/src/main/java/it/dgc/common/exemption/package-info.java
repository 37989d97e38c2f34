/**
 * The payload of a certificate of exemption from vaccination as a typed value: the Italian group {@code e} of a DCC.
 *
 * <p>Knows the fields and their order on the wire. Not here: whether an exemption may be issued or is valid on a day,
 * the rules of the codes in it (identifiers, fiscal codes), transliteration, signing.
 */
package it.dgc.common.exemption;
