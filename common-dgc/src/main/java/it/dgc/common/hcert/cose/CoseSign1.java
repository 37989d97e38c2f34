package it.dgc.common.hcert.cose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import it.dgc.common.hcert.cbor.Cbor;
import it.dgc.common.hcert.cbor.CborItem;

/** An envelope with one signature (RFC 9052, section 4.2; hcert-spec 3.3.1). */
public final class CoseSign1 {

    /** RFC 9052, section 2, table 1. */
    static final long TAG = 18;
    /** RFC 8392, section 6. */
    private static final long CWT_TAG = 61;
    /** Header labels, RFC 9052, section 3.1, table 3. */
    static final long ALG = 1;
    private static final long CRIT = 2;
    static final long KID = 4;
    private static final List<List<Long>> TAGS = List.of(List.of(), List.of(TAG), List.of(CWT_TAG, TAG));
    static final String CONTEXT = "Signature1";
    private static final byte[] NO_BYTES = {};

    private final byte[] protectedBytes;
    private final Map<?, ?> protectedHeader;
    private final Map<?, ?> unprotectedHeader;
    private final byte[] payload;
    private final byte[] signature;

    private CoseSign1(byte[] protectedBytes, Map<?, ?> protectedHeader, Map<?, ?> unprotectedHeader, byte[] payload,
            byte[] signature) {
        this.protectedBytes = protectedBytes;
        this.protectedHeader = protectedHeader;
        this.unprotectedHeader = unprotectedHeader;
        this.payload = payload;
        this.signature = signature;
    }

    /**
     * Prepares an envelope whose protected header is {@code {4: kid, 1: alg}}, in the order of the Italian sample.
     *
     * @param kid key identifier (hcert-spec 3.3.3)
     * @param algorithm signature algorithm (hcert-spec 3.3.2)
     * @param payload the CWT
     * @return the envelope with an empty signature
     */
    public static CoseSign1 unsigned(byte[] kid, CoseAlgorithm algorithm, byte[] payload) {
        Map<Long, Object> header = new LinkedHashMap<>();
        header.put(KID, kid.clone());
        header.put(ALG, algorithm.value());
        return new CoseSign1(Cbor.write(header), header, Map.of(), payload.clone(), NO_BYTES);
    }

    /**
     * Reads an envelope under tag 18, under tags 61 and 18, or without a tag (RFC 9052, section 4.2; RFC 8392, section
     * 6).
     *
     * @param bytes untrusted bytes
     * @return the envelope; empty where the bytes have another structure, the payload is detached, or the protected
     *         header is not a map within a byte string
     */
    public static Optional<CoseSign1> parse(byte[] bytes) {
        return Cbor.read(bytes).filter(item -> TAGS.contains(item.tags())).flatMap(item -> parts(item.value()));
    }

    private static Optional<CoseSign1> parts(Object value) {
        if (value instanceof List<?> parts && parts.size() == 4 && parts.get(0) instanceof byte[] header
                && parts.get(1) instanceof Map<?, ?> unprotected && parts.get(2) instanceof byte[] payload
                && parts.get(3) instanceof byte[] signature) {
            return header(header).map(map -> new CoseSign1(header, map, unprotected, payload, signature));
        }
        return Optional.empty();
    }

    /** RFC 9052, section 3: no parameters may be written as an empty string as well as an empty map. */
    private static Optional<Map<?, ?>> header(byte[] bytes) {
        return bytes.length == 0
                ? Optional.of(Map.of())
                : Cbor.read(bytes).map(CborItem::value)
                        .filter(Map.class::isInstance).map(value -> (Map<?, ?>) value);
    }

    /**
     * @param value the signature of {@link #toBeSigned()}
     * @return this envelope with the signature
     */
    public CoseSign1 withSignature(byte[] value) {
        return new CoseSign1(protectedBytes, protectedHeader, unprotectedHeader, payload, value.clone());
    }

    /** @return the envelope's bytes under tag 18 alone (hcert-spec 3.3.1) */
    public byte[] encode() {
        return Cbor.write(TAG, List.of(protectedBytes, unprotectedHeader, payload, signature));
    }

    /** @return the Sig_structure with the protected header as it was received (RFC 9052, section 4.4) */
    public byte[] toBeSigned() {
        return Cbor.write(List.of(CONTEXT, protectedBytes, NO_BYTES, payload));
    }

    /**
     * @return the algorithm; empty where it is unknown or not in the protected header, for an algorithm that nobody
     *         signed is the forger's choice
     */
    public Optional<CoseAlgorithm> algorithm() {
        return CoseAlgorithm.of(protectedHeader.get(ALG));
    }

    /** @return the key identifier, the protected one where both headers have one (hcert-spec 3.3.3) */
    public Optional<byte[]> kid() {
        Object kid = protectedHeader.containsKey(KID) ? protectedHeader.get(KID) : unprotectedHeader.get(KID);
        return kid instanceof byte[] bytes ? Optional.of(bytes.clone()) : Optional.empty();
    }

    /** @return whether a header names parameters that the reader must understand (RFC 9052, section 3.1: crit) */
    public boolean isCritical() {
        return protectedHeader.containsKey(CRIT) || unprotectedHeader.containsKey(CRIT);
    }

    /** @return the CWT */
    public byte[] payload() {
        return payload.clone();
    }

    /** @return the signature as it was received */
    public byte[] signature() {
        return signature.clone();
    }
}
