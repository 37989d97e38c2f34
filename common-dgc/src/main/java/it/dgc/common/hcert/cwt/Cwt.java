package it.dgc.common.hcert.cwt;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import it.dgc.common.hcert.cbor.Cbor;
import it.dgc.common.hcert.cbor.CborWriter;

/**
 * CBOR Web Token of an HCERT (RFC 8392, hcert-spec 3.3.1).
 *
 * @param issuer {@code iss}, claim 1: country of the issuer; {@code null} where the claim is absent
 * @param issuedAt {@code iat}, claim 6
 * @param expiresAt {@code exp}, claim 4
 * @param dcc {@code eu_dgc_v1}: claim 1 within {@code hcert}, claim -260
 */
public record Cwt(String issuer, Instant issuedAt, Instant expiresAt, Map<String, Object> dcc) {

    private static final long ISS = 1;
    private static final long EXP = 4;
    private static final long IAT = 6;
    /** hcert-spec 3.3.7. */
    private static final long HCERT = -260;
    private static final long EU_DGC_V1 = 1;

    /**
     * Writes the claims, times in whole seconds (a fraction is cut), in the order of the Italian sample: exp, iat, iss,
     * hcert.
     *
     * @return the CBOR bytes, the same for equal claims
     */
    public byte[] encode() {
        Map<Long, Object> claims = new LinkedHashMap<>();
        claims.put(EXP, expiresAt.getEpochSecond());
        claims.put(IAT, issuedAt.getEpochSecond());
        if (issuer != null) {
            claims.put(ISS, issuer);
        }
        claims.put(HCERT, Map.of(EU_DGC_V1, dcc));
        return Cbor.write(claims);
    }

    /**
     * Writes the bytes of {@link #encode()} without making a tree of them.
     *
     * @param out where to
     * @throws IllegalArgumentException where the DCC holds a value of a foreign type
     */
    public void writeTo(CborWriter out) {
        out.map(issuer == null ? 3 : 4);
        out.integer(EXP);
        out.integer(expiresAt.getEpochSecond());
        out.integer(IAT);
        out.integer(issuedAt.getEpochSecond());
        if (issuer != null) {
            out.integer(ISS);
            out.text(issuer);
        }
        out.integer(HCERT);
        out.map(1);
        out.integer(EU_DGC_V1);
        out.tree(dcc);
    }

    /**
     * Reads claims in any order; times may be integers or floats (RFC 8392, section 2: NumericDate).
     *
     * @param payload untrusted bytes
     * @return the claims; empty where the bytes are no map, iat, exp or the DCC is missing, or a claim has another type
     */
    public static Optional<Cwt> parse(byte[] payload) {
        return Cbor.read(payload).flatMap(item -> claims(item.value()));
    }

    private static Optional<Cwt> claims(Object value) {
        if (!(value instanceof Map<?, ?> claims) || !isTextOrAbsent(claims, ISS)) {
            return Optional.empty();
        }
        Optional<Instant> issuedAt = NumericDate.parse(claims.get(IAT));
        Optional<Instant> expiresAt = NumericDate.parse(claims.get(EXP));
        Optional<Map<String, Object>> dcc = dcc(claims.get(HCERT));
        if (issuedAt.isEmpty() || expiresAt.isEmpty() || dcc.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Cwt((String) claims.get(ISS), issuedAt.get(), expiresAt.get(), dcc.get()));
    }

    private static boolean isTextOrAbsent(Map<?, ?> claims, long label) {
        return !claims.containsKey(label) || claims.get(label) instanceof String;
    }

    private static Optional<Map<String, Object>> dcc(Object hcert) {
        if (hcert instanceof Map<?, ?> versions && versions.get(EU_DGC_V1) instanceof Map<?, ?> dcc && isJson(dcc)) {
            @SuppressWarnings("unchecked") // isJson has seen that every key is text
            Map<String, Object> json = (Map<String, Object>) dcc;
            return Optional.of(json);
        }
        return Optional.empty();
    }

    /** The hcert claim is a JSON object in CBOR (hcert-spec 3.3.7): no byte strings, no labels but text. */
    private static boolean isJson(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.keySet().stream().allMatch(String.class::isInstance) && map.values().stream().allMatch(Cwt::isJson);
            case List<?> list -> list.stream().allMatch(Cwt::isJson);
            case byte[] bytes -> false;
            case null, default -> true;
        };
    }

    /** @return everything but the DCC, which is personal */
    @Override
    public String toString() {
        return "Cwt[issuer=" + issuer + ", issuedAt=" + issuedAt + ", expiresAt=" + expiresAt + ", dcc=[REDACTED]]";
    }
}
