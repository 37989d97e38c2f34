package it.dgc.common.hcert;

import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import it.dgc.common.deflate.ShortZlib;
import it.dgc.common.hcert.base45.Base45;
import it.dgc.common.hcert.cbor.CborWriter;
import it.dgc.common.hcert.cose.CoseAlgorithm;
import it.dgc.common.hcert.cose.SigStructure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * The buffers and the compressor that an encoding needs, used again by the next one (hcert-spec 3.3 and 4.2). As many are
 * kept as there are processors to use them, however many threads there are.
 */
final class Workbench implements AutoCloseable {

    private static final BlockingQueue<Workbench> IDLE = new ArrayBlockingQueue<>(
            Runtime.getRuntime().availableProcessors());
    /** More bytes than an exemption takes in any step; larger certificates enlarge their buffer. */
    private static final int CAPACITY = 1024;
    private static final byte[] PREFIX = HcertEncoder.PREFIX.getBytes(US_ASCII);

    private final CborWriter claims = new CborWriter(CAPACITY);
    private final CborWriter envelope = new CborWriter(CAPACITY);
    private final ShortZlib compressor = new ShortZlib();
    private int deflatedLength;
    private byte[] text = new byte[CAPACITY];

    private Workbench() {}

    static Workbench take() {
        Workbench idle = IDLE.poll();
        return idle == null ? new Workbench() : idle;
    }

    @Override
    public void close() {
        // One that is needed for a moment only is left to the collector.
        IDLE.offer(this);
    }

    /** hcert-spec 3.3.1 and 3.3.2: the claims as CWT, and what is to be signed of them. */
    SigStructure structure(HcertClaims certificate, KeyId kid) {
        claims.clear();
        HcertEncoder.cwt(certificate).writeTo(claims);
        return SigStructure.of(kid.bytes(), CoseAlgorithm.ES256, claims, envelope);
    }

    /** hcert-spec 3.3.1, 4.2.1 and 4.2.2: COSE_Sign1, zlib, base45 behind the prefix. */
    String text(SigStructure structure, byte[] signature) {
        structure.envelope(envelope, signature);
        deflatedLength = compressor.compress(envelope.buffer(), envelope.length());
        text = roomy(text, PREFIX.length + Base45.encodedLength(deflatedLength));
        System.arraycopy(PREFIX, 0, text, 0, PREFIX.length);
        int end = Base45.encode(compressor.buffer(), deflatedLength, text, PREFIX.length);
        return new String(text, 0, end, ISO_8859_1);
    }

    private static byte[] roomy(byte[] buffer, int length) {
        return buffer.length < length ? Arrays.copyOf(buffer, 2 * length) : buffer;
    }

    byte[] cose() {
        return envelope.toBytes();
    }

    byte[] deflated() {
        return Arrays.copyOf(compressor.buffer(), deflatedLength);
    }
}
