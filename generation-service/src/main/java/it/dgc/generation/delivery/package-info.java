/**
 * Brings the AUTHCODE to the holder, and tells of its recovery on the portal, by e-mail and SMS (Allegato B, recovery of the
 * AUTHCODE; channels 2.1), in neutral words (architecture D14) and as often as it takes: at least once, and twice only where
 * the process dies between the acceptance and the register's note of it. A repetition bears the same Message-ID or
 * idempotency key.
 *
 * <p>Knows no store and keeps no queue: what is due, the register says. Not for other notices than these two.
 */
package it.dgc.generation.delivery;
