/**
 * The door for Sistema TS: reads notifications from Kafka, checks every field, translates them into what
 * {@code issuance} understands, and puts what cannot be used into the dead letters, encrypted, with its reason.
 *
 * <p>A record is never skipped: it is handled, or dead-lettered, or tried again until the store or the broker is back
 * (architecture D7).
 */
package it.dgc.generation.intake;
