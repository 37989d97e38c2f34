/**
 * Says whether the platform kept its promises, from what it left behind: topics and store, read raw, against the ledger of what was
 * published.
 *
 * <p>A second opinion, and therefore without the platform's own code: it depends on the JDK, on the clients of broker and store,
 * and on Tink to open what is encrypted. It knows the formats from the norms (RFC 9285, RFC 8949, RFC 9052, hcert-spec) and from
 * the architecture page, and what ought to become of a notification from Allegato B, chapter 1. Breaks nothing: that is
 * {@code faults}.
 */
package it.dgc.deploy.oracle;
