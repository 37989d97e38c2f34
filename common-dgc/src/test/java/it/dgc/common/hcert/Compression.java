package it.dgc.common.hcert;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterInputStream;

/** Gives tests of other rooms the compression of the container. */
public final class Compression {

    private Compression() {}

    /**
     * @param bytes any bytes
     * @return the zlib stream
     */
    public static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterInputStream in = new DeflaterInputStream(new ByteArrayInputStream(bytes), deflater)) {
            return in.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
    }

    /**
     * @param bytes any bytes
     * @return what the stream holds; empty where it is none, or holds too much
     */
    public static Optional<byte[]> inflate(byte[] bytes) {
        return Zlib.inflate(bytes);
    }
}
