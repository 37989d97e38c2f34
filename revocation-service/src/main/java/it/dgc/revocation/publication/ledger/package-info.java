/**
 * What the instances share: the log of changes, the register of versions, and what is held back or released. Ports and the
 * values that pass them; where they are kept is another room's business.
 */
package it.dgc.revocation.publication.ledger;
