/**
 * Operators' work on a platform that runs (architecture, section 5): proving the audit trail; finding out why a
 * notification was refused, and sending it again. What opens a value, which is personal, tells the auditor first
 * (reliability T24).
 *
 * <p>Reads the register and the topics itself, with the secrets of the data directory (ADR 0009). Decides nothing: what
 * becomes of a letter that was sent again, the generation service knows.
 */
package it.dgc.deploy.local.operations;
