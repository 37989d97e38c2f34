package it.dgc.common.hcert;

import java.time.Instant;
import java.util.Map;

/**
 * A decoded certificate (hcert-spec 3.3.1).
 *
 * @param kid identifier of the signing key
 * @param issuer country of the issuer; {@code null} where the certificate does not say
 * @param issuedAt time of issue
 * @param expiresAt technical end of the signature
 * @param dcc what it states: String, Long, Boolean, Double, List, Map and null, unmodifiable, order kept
 */
public record Hcert(KeyId kid, String issuer, Instant issuedAt, Instant expiresAt, Map<String, Object> dcc) {

    /** @return everything but the DCC, which is personal */
    @Override
    public String toString() {
        return "Hcert[kid=" + kid + ", issuer=" + issuer + ", issuedAt=" + issuedAt + ", expiresAt=" + expiresAt
                + ", dcc=[REDACTED]]";
    }
}
