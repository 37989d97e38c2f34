package it.dgc.common.hcert.cose;

import java.util.Arrays;

import it.dgc.common.hcert.cbor.CborWriter;

/**
 * What is signed (RFC 9052, section 4.4) under the protected header {@code {4: kid, 1: alg}}, and the envelope made of
 * it, both written straight into buffers. The bytes are those of {@link CoseSign1#toBeSigned()} and
 * {@link CoseSign1#encode()}.
 */
public final class SigStructure {

    private static final byte[] NO_BYTES = {};

    private final byte[] bytes;
    private final int headerAt;
    private final int headerEnd;
    private final int payloadAt;
    private final int payloadLength;

    private SigStructure(byte[] bytes, int headerAt, int headerEnd, int payloadAt, int payloadLength) {
        this.bytes = bytes;
        this.headerAt = headerAt;
        this.headerEnd = headerEnd;
        this.payloadAt = payloadAt;
        this.payloadLength = payloadLength;
    }

    /**
     * Writes the structure.
     *
     * @param kid key identifier (hcert-spec 3.3.3)
     * @param algorithm signature algorithm (hcert-spec 3.3.2)
     * @param payload the CWT
     * @param scratch a writer to work with; what it holds is lost
     * @return the structure, which needs neither writer any more
     */
    public static SigStructure of(byte[] kid, CoseAlgorithm algorithm, CborWriter payload, CborWriter scratch) {
        scratch.clear();
        header(scratch, kid, algorithm);
        int start = scratch.length();
        scratch.array(4);
        scratch.text(CoseSign1.CONTEXT);
        int headerAt = scratch.length();
        scratch.bytes(scratch.buffer(), 0, start);
        int headerEnd = scratch.length();
        scratch.bytes(NO_BYTES);
        int payloadAt = scratch.length();
        scratch.bytes(payload.buffer(), 0, payload.length());
        return new SigStructure(Arrays.copyOfRange(scratch.buffer(), start, scratch.length()), headerAt - start,
                headerEnd - start, payloadAt - start, payload.length());
    }

    private static void header(CborWriter out, byte[] kid, CoseAlgorithm algorithm) {
        out.map(2);
        out.integer(CoseSign1.KID);
        out.bytes(kid);
        out.integer(CoseSign1.ALG);
        out.integer(algorithm.value());
    }

    /** @return the bytes to be signed: the array itself, which nobody may change */
    public byte[] bytes() {
        return bytes;
    }

    /** @return the CWT */
    public byte[] payload() {
        return Arrays.copyOfRange(bytes, bytes.length - payloadLength, bytes.length);
    }

    /**
     * Writes the envelope under tag 18 alone (hcert-spec 3.3.1), header and payload as they were signed.
     *
     * @param out where to, emptied before
     * @param signature the signature of {@link #bytes()}
     */
    public void envelope(CborWriter out, byte[] signature) {
        out.clear();
        out.tag(CoseSign1.TAG);
        out.array(4);
        out.encoded(bytes, headerAt, headerEnd - headerAt);
        out.map(0);
        out.encoded(bytes, payloadAt, bytes.length - payloadAt);
        out.bytes(signature);
    }
}
