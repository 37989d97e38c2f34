/**
 * Publishes the certificates of the document signers to the verifiers: {@code /v1/dgc/signercertificate/status} and
 * {@code /update} (Allegato B, chapter 4; VerificaC19 protocol, invariants I12 to I17).
 *
 * <p>Changes come from one compacted topic, go to the store one document at a time, and are served from one immutable
 * list in memory, so that reads outlive both. The topic has one partition: tokens must appear in their order, and one
 * partition means one writer.
 *
 * <p>Not for trust decisions: whether a key is to be trusted is the sender's word; here only its form is checked.
 */
package it.dgc.rules.signers;
