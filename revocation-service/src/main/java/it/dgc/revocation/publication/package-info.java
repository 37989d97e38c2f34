/**
 * From the events of certificates to versions of the list (Allegato B, chapter 2; P12 to P15): one log of changes, one
 * sequence of versions, one instance at a time that publishes, and a guard that holds back what looks wrong.
 *
 * <p>The log and the versions are numbered without holes, and a number is taken by writing its document: whoever comes
 * second finds it taken. So no step needs more than one document (D4), and neither a clock nor a lost lease can make two
 * versions of one number.
 *
 * <p>Not for the form in which verifiers get the list.
 */
package it.dgc.revocation.publication;
