package it.dgc.generation.registry;

import java.time.Instant;

import it.dgc.common.hcert.KeyId;

/**
 * What was decided before signing, so that a second attempt signs the same (architecture D4).
 *
 * @param kid the signer
 * @param profile version of the payload's form
 * @param issuedAt {@code iat}
 * @param expiresAt {@code exp}
 */
public record Intent(KeyId kid, String profile, Instant issuedAt, Instant expiresAt) {}
