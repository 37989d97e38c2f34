package it.dgc.common.hcert;

import java.util.Optional;

/** Gives tests of other rooms the compression of the container. */
public final class Compression {

    private Compression() {}

    /**
     * @param bytes any bytes
     * @return the zlib stream
     */
    public static byte[] deflate(byte[] bytes) {
        return Zlib.deflate(bytes);
    }

    /**
     * @param bytes any bytes
     * @return what the stream holds; empty where it is none, or holds too much
     */
    public static Optional<byte[]> inflate(byte[] bytes) {
        return Zlib.inflate(bytes);
    }
}
