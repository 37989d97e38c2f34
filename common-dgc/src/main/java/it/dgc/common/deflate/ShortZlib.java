package it.dgc.common.deflate;

import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * Compresses data of a few hundred bytes that hardly repeat, such as a certificate (hcert-spec 4.2.1): one block with the fixed code
 * (RFC 1951, 3.2.6), or as it is where that is shorter. A code made for so little data takes as many bytes as it saves, and working it
 * out takes as long as a signature.
 *
 * <p>Keeps its buffers; not for use by several threads at once.
 */
public final class ShortZlib {

    /** RFC 1950, 2.2: deflate with a window of 32 KiB; the level that looks for repetitions longest. */
    private static final int METHOD = 0x78;
    private static final int FLAGS = 0xDA;

    private static final PrefixCode LITERALS = literals();
    private static final PrefixCode DISTANCES = distances();
    private static final int END_OF_BLOCK = 256;
    private static final int STORED = 0;
    private static final int FIXED = 1;
    /** RFC 1951, 3.2.4: most bytes of a block that is stored as it is. */
    private static final int MOST_STORED = 0xFFFF;

    /** No literal has more than nine bits; head, ends and checksum have less than this. */
    private static final int BYTES_BESIDE_LITERALS = 32;
    private static final int CAPACITY = 1024;

    private static final int HASH_BITS = 10;
    private static final int NONE = -1;
    /** Earlier places with the same hash that are looked at for a repetition. */
    private static final int MOST_TRIED = 32;

    private final LowBitsFirst out = new LowBitsFirst(CAPACITY);
    private final Adler32 checksum = new Adler32();
    /** The last place with each hash, and for each place the one before with its hash. */
    private final int[] last = new int[1 << HASH_BITS];
    private int[] before = new int[CAPACITY];

    /** Makes a compressor, to be used again and again. */
    public ShortZlib() {}

    /**
     * Compresses.
     *
     * @param data array that holds the data
     * @param length bytes of it, from the first on
     * @return how many bytes of {@link #buffer()} are the zlib data
     */
    public int compress(byte[] data, int length) {
        writeFixed(data, length);
        out.fillByte();
        if (length <= MOST_STORED && out.length() > lengthStored(length)) {
            writeStored(data, length);
        }
        checksum.reset();
        checksum.update(data, 0, length);
        out.write(Integer.toUnsignedLong(Integer.reverseBytes((int) checksum.getValue())), Integer.SIZE);
        return out.length();
    }

    /** @return the buffer itself; good until the next data is compressed */
    public byte[] buffer() {
        return out.buffer();
    }

    private void begin(int length, int kind) {
        out.clear(length + length / 8 + BYTES_BESIDE_LITERALS);
        out.write(METHOD, Byte.SIZE);
        out.write(FLAGS, Byte.SIZE);
        out.write(1, 1);
        out.write(kind, 2);
    }

    /** Two bytes in front, one for the kind of the block, and its length twice. */
    private static int lengthStored(int length) {
        return 2 + 1 + 4 + length;
    }

    private void writeStored(byte[] data, int length) {
        begin(length, STORED);
        out.fillByte();
        out.write(length, Short.SIZE);
        out.write(~length & MOST_STORED, Short.SIZE);
        for (int at = 0; at < length; at++) {
            out.write(Byte.toUnsignedInt(data[at]), Byte.SIZE);
        }
    }

    private void writeFixed(byte[] data, int length) {
        begin(length, FIXED);
        Arrays.fill(last, NONE);
        before = before.length < length ? new int[2 * length] : before;
        int at = 0;
        while (at < length) {
            long longest = longestRepetition(data, at, length);
            int run = (int) (longest >>> Integer.SIZE);
            if (run < Repetition.SHORTEST) {
                LITERALS.write(Byte.toUnsignedInt(data[at]), out);
                run = 1;
            } else {
                repeat(new Repetition(run, (int) longest));
            }
            for (int end = at + run; at < end; at++) {
                remember(data, at, length);
            }
        }
        LITERALS.write(END_OF_BLOCK, out);
    }

    private void repeat(Repetition run) {
        LITERALS.write(run.lengthSymbol(), out);
        out.write(run.lengthExtra(), run.lengthExtraBits());
        DISTANCES.write(run.distanceSymbol(), out);
        out.write(run.distanceExtra(), run.distanceExtraBits());
    }

    /** @return length in the upper half, distance in the lower one; 0 where there is none */
    private long longestRepetition(byte[] data, int at, int length) {
        int most = Math.min(Repetition.LONGEST, length - at);
        if (most < Repetition.SHORTEST) {
            return 0;
        }
        int best = 0;
        int distance = 0;
        int candidate = last[hash(data, at)];
        for (int tried = 0; tried < MOST_TRIED && candidate != NONE && at - candidate <= Repetition.WINDOW; tried++) {
            int run = Arrays.mismatch(data, at, at + most, data, candidate, candidate + most);
            run = run < 0 ? most : run;
            if (run > best) {
                best = run;
                distance = at - candidate;
            }
            candidate = before[candidate];
        }
        return (long) best << Integer.SIZE | distance;
    }

    private void remember(byte[] data, int at, int length) {
        if (length - at >= Repetition.SHORTEST) {
            int hash = hash(data, at);
            before[at] = last[hash];
            last[hash] = at;
        }
    }

    private static int hash(byte[] data, int at) {
        int three = Byte.toUnsignedInt(data[at]) << 16 | Byte.toUnsignedInt(data[at + 1]) << 8
                | Byte.toUnsignedInt(data[at + 2]);
        return three * 0x9E37_79B1 >>> Integer.SIZE - HASH_BITS;
    }

    /** RFC 1951, 3.2.6. */
    private static PrefixCode literals() {
        int[] lengths = new int[288];
        Arrays.fill(lengths, 0, 144, 8);
        Arrays.fill(lengths, 144, 256, 9);
        Arrays.fill(lengths, 256, 280, 7);
        Arrays.fill(lengths, 280, 288, 8);
        return new PrefixCode(lengths);
    }

    private static PrefixCode distances() {
        int[] lengths = new int[32];
        Arrays.fill(lengths, 5);
        return new PrefixCode(lengths);
    }
}
