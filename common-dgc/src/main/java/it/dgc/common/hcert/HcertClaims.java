package it.dgc.common.hcert;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a certificate is to claim (hcert-spec 3.3.4 to 3.3.7).
 *
 * @param issuer country of the issuer, ISO 3166-1 alpha-2
 * @param issuedAt written in whole seconds; a fraction is cut
 * @param expiresAt technical end of the signature, written in whole seconds; a fraction is cut
 * @param dcc the DCC: String, Long, Integer, Boolean, Double, List, Map with text keys, and null; written in the given
 *        order
 */
public record HcertClaims(String issuer, Instant issuedAt, Instant expiresAt, Map<String, Object> dcc) {

    /** Keeps its own copy of the outer map, where that could be changed. */
    public HcertClaims {
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(issuedAt, "issuedAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        dcc = dcc instanceof DccObject ? dcc : Collections.unmodifiableMap(new LinkedHashMap<>(dcc));
    }

    /** @return everything but the DCC, which is personal */
    @Override
    public String toString() {
        return "HcertClaims[issuer=" + issuer + ", issuedAt=" + issuedAt + ", expiresAt=" + expiresAt
                + ", dcc=[REDACTED]]";
    }
}
