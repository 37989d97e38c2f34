package it.dgc.common.hcert;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads what was compressed with zlib and Deflate (RFC 1950; hcert-spec 4.2.1). */
final class Zlib {

    /**
     * Bytes that a reader inflates at most. The largest COSE within the field limits has 2 KiB, so this is ample, and
     * small enough for a zip bomb to do no harm.
     */
    static final int MAX_INFLATED = 64 * 1024;

    private Zlib() {}

    /** Empty where the bytes are no single complete zlib stream, or one that holds too much. */
    static Optional<byte[]> inflate(byte[] bytes) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes);
            byte[] out = new byte[MAX_INFLATED + 1];
            int length = inflate(inflater, out);
            boolean whole = inflater.finished() && inflater.getRemaining() == 0 && length <= MAX_INFLATED;
            return whole ? Optional.of(Arrays.copyOf(out, length)) : Optional.empty();
        } catch (DataFormatException malformed) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    private static int inflate(Inflater inflater, byte[] out) throws DataFormatException {
        int length = 0;
        int more;
        do {
            more = inflater.inflate(out, length, out.length - length);
            length += more;
        } while (more > 0);
        return length;
    }
}
