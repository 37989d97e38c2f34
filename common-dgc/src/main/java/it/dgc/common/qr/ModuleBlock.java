package it.dgc.common.qr;

import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * The lines of a picture whose modules have four pixels, as zlib data (RFC 1950) in one block with a code made for them (RFC 1951,
 * 3.2.7). Such a line is told by four bytes, and the three lines below it by two repetitions: nothing needs to be searched for.
 */
final class ModuleBlock {

    static final int PIXELS_PER_MODULE = 4;

    /** RFC 1951, 3.2.5 and 3.2.7. */
    private static final int END_OF_BLOCK = 256;
    private static final int FIRST_LENGTH = 257;
    private static final int SHORTEST = 3;
    private static final int LENGTHS_WITHOUT_EXTRA_BITS = 8;
    private static final int LITERALS_AND_LENGTHS = 286;
    private static final int DISTANCES = 30;
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    private static final int FEW_ZEROS = 17;
    private static final int FEWEST_ZEROS = 3;
    private static final int MANY_ZEROS = 18;
    private static final int FEWEST_OF_MANY_ZEROS = 11;
    private static final int MOST_ZEROS = 138;
    /** Code lengths of what stands in the two codes: no symbol, those of 1 to 4 bits, and runs of zeros. */
    private static final PrefixCode OF_LENGTHS = codeOfLengths();

    /** RFC 1950, 2.2: deflate with a window of 32 KiB; the fastest level, no dictionary. */
    private static final int METHOD = 0x78;
    private static final int FLAGS = 0x01;
    private static final int BYTES_BESIDE_LINES = 256;

    private final Repetition zeros;
    private final Repetition lines;
    private final PrefixCode literals;
    private final PrefixCode distances;
    private final byte[] below;
    private final Adler32 checksum = new Adler32();
    private final LowBitsFirst out;

    /**
     * A run of bytes that stand a distance before.
     *
     * @param length bytes, at least 3 and below 258
     * @param distance bytes, at least 1
     */
    private record Repetition(int length, int distance) {

        int lengthSymbol() {
            int more = length - SHORTEST;
            return more < LENGTHS_WITHOUT_EXTRA_BITS
                    ? FIRST_LENGTH + more
                    : FIRST_LENGTH + 4 * (log2(more) - 1) + (more >> lengthExtra() & 3);
        }

        int lengthExtra() {
            int more = length - SHORTEST;
            return more < LENGTHS_WITHOUT_EXTRA_BITS ? 0 : log2(more) - 2;
        }

        int distanceSymbol() {
            int more = distance - 1;
            return more < 2 ? more : 2 * log2(more) + (more >> distanceExtra() & 1);
        }

        int distanceExtra() {
            return distance - 1 < 2 ? 0 : log2(distance - 1) - 1;
        }

        private static int log2(int n) {
            return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(n);
        }
    }

    /**
     * @param lineLength bytes of a line behind its filter type, at least 4
     * @param rows of modules
     * @param above filter type "up", of which the lines below the first one of a row are all zeros
     */
    ModuleBlock(int lineLength, int rows, byte above) {
        zeros = new Repetition(lineLength - 1, 1);
        lines = new Repetition((PIXELS_PER_MODULE - 2) * (1 + lineLength), 1 + lineLength);
        int[] ofLiterals = new int[LITERALS_AND_LENGTHS];
        set(ofLiterals, 2, 0x00, 0xFF);
        set(ofLiterals, 3, 0x0F, 0xF0);
        set(ofLiterals, 4, above, END_OF_BLOCK, zeros.lengthSymbol(), lines.lengthSymbol());
        literals = new PrefixCode(ofLiterals);
        int[] ofDistances = new int[DISTANCES];
        set(ofDistances, 1, zeros.distanceSymbol(), lines.distanceSymbol());
        distances = new PrefixCode(ofDistances);
        below = new byte[(PIXELS_PER_MODULE - 1) * (1 + lineLength)];
        for (int line = 0; line < PIXELS_PER_MODULE - 1; line++) {
            below[line * (1 + lineLength)] = above;
        }
        out = new LowBitsFirst(BYTES_BESIDE_LINES + rows * (1 + lineLength));
        out.write(METHOD, Byte.SIZE);
        out.write(FLAGS, Byte.SIZE);
        begin();
    }

    private static PrefixCode codeOfLengths() {
        int[] lengths = new int[ORDER.length];
        set(lengths, 2, MANY_ZEROS);
        set(lengths, 3, 0, 1, 2, 3, 4, FEW_ZEROS);
        return new PrefixCode(lengths);
    }

    private static void set(int[] lengths, int length, int... symbols) {
        for (int symbol : symbols) {
            lengths[symbol] = length;
        }
    }

    /** The only block, with codes of its own, and these codes. */
    private void begin() {
        out.write(1, 1);
        out.write(2, 2);
        out.write(LITERALS_AND_LENGTHS - FIRST_LENGTH, 5);
        out.write(DISTANCES - 1, 5);
        out.write(ORDER.length - 4, 4);
        for (int symbol : ORDER) {
            out.write(OF_LENGTHS.length(symbol), 3);
        }
        int[] all = Arrays.copyOf(literals.lengths(), LITERALS_AND_LENGTHS + DISTANCES);
        System.arraycopy(distances.lengths(), 0, all, LITERALS_AND_LENGTHS, DISTANCES);
        for (int at = 0; at < all.length;) {
            at += all[at] == 0 ? zeros(all, at) : length(all[at]);
        }
    }

    private int length(int length) {
        OF_LENGTHS.write(length, out);
        return 1;
    }

    private int zeros(int[] all, int from) {
        int end = from;
        while (end < all.length && end - from < MOST_ZEROS && all[end] == 0) {
            end++;
        }
        int run = end - from;
        if (run >= FEWEST_OF_MANY_ZEROS) {
            OF_LENGTHS.write(MANY_ZEROS, out);
            out.write(run - FEWEST_OF_MANY_ZEROS, 7);
        } else if (run >= FEWEST_ZEROS) {
            OF_LENGTHS.write(FEW_ZEROS, out);
            out.write(run - FEWEST_ZEROS, 3);
        } else {
            return length(0);
        }
        return run;
    }

    /**
     * Adds a row of modules.
     *
     * @param line its first line with the filter type before it, of no bytes but 00, 0F, F0 and FF
     */
    void add(byte[] line) {
        checksum.update(line);
        checksum.update(below);
        for (byte one : line) {
            literals.write(Byte.toUnsignedInt(one), out);
        }
        literals.write(below[0], out);
        literals.write(0, out);
        repeat(zeros);
        repeat(lines);
    }

    private void repeat(Repetition run) {
        literals.write(run.lengthSymbol(), out);
        out.write(run.length() - SHORTEST & (1 << run.lengthExtra()) - 1, run.lengthExtra());
        distances.write(run.distanceSymbol(), out);
        out.write(run.distance() - 1 & (1 << run.distanceExtra()) - 1, run.distanceExtra());
    }

    /** @return the whole, once every row is in it */
    byte[] end() {
        literals.write(END_OF_BLOCK, out);
        out.fillByte();
        out.write(Integer.toUnsignedLong(Integer.reverseBytes((int) checksum.getValue())), Integer.SIZE);
        return out.toBytes();
    }
}
