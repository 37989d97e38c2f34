/**
 * One aggregate per certificate, one atomic document write per step (architecture D4), personal fields encrypted
 * (D10), found by blind indexes (D3). Events leave with the aggregate, in its outbox array.
 *
 * <p>Knows what states there are, not when a certificate is due them: that is {@code issuance}.
 */
package it.dgc.generation.registry;
