/**
 * Decides what becomes of a notified exemption (Allegato B, chapter 1; architecture D2, D6) and walks it from the
 * register through the checks to the signature.
 *
 * <p>Knows no wire format, no Kafka and no MongoDB: messages are translated before they come here.
 */
package it.dgc.generation.issuance;
