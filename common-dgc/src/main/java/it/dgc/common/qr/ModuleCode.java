package it.dgc.common.qr;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

import it.dgc.common.deflate.LowBitsFirst;
import it.dgc.common.deflate.PrefixCode;
import it.dgc.common.deflate.Repetition;

/** The code of a {@link ModuleBlock}, the same for all symbols of a size: what is written before, between and behind their modules. */
final class ModuleCode {

    /** Eight modules have so many bytes in a line. */
    static final int BYTES_OF_EIGHT = 4;

    /** RFC 1951, 3.2.5 and 3.2.7. */
    private static final int END_OF_BLOCK = 256;
    private static final int FIRST_LENGTH = 257;
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

    private static final int EIGHTS = 1 << Byte.SIZE;
    private static final int MOST_MODULES = 185;
    private static final AtomicReferenceArray<ModuleCode> MADE = new AtomicReferenceArray<>(MOST_MODULES + 1);

    private final int lineLength;
    private final Repetition zeros;
    private final Repetition lines;
    private final PrefixCode literals;
    private final PrefixCode distances;
    /** By eight modules, the leftmost lowest: their bytes in the code, and their sums. */
    private final int[] words = new int[EIGHTS];
    private final int[] sums = new int[EIGHTS];

    private ModuleCode(int modules) {
        lineLength = (modules + 1) / 2;
        zeros = new Repetition(lineLength - 1, 1);
        lines = new Repetition((ModuleBlock.PIXELS_PER_MODULE - 2) * (1 + lineLength), 1 + lineLength);
        int[] ofLiterals = new int[LITERALS_AND_LENGTHS];
        set(ofLiterals, 2, 0x00, 0xFF);
        set(ofLiterals, 3, 0x0F, 0xF0);
        set(ofLiterals, 4, PngPicture.AS_DIFFERENCE_FROM_ABOVE, END_OF_BLOCK, zeros.lengthSymbol(),
                lines.lengthSymbol());
        literals = new PrefixCode(ofLiterals);
        int[] ofDistances = new int[DISTANCES];
        set(ofDistances, 1, zeros.distanceSymbol(), lines.distanceSymbol());
        distances = new PrefixCode(ofDistances);
        for (int dark = 0; dark < EIGHTS; dark++) {
            fill(dark);
        }
    }

    /**
     * Two threads may make the same at once; one is thrown away.
     *
     * @param modules of a side, quiet zone included
     */
    static ModuleCode of(int modules) {
        ModuleCode made = MADE.get(modules);
        if (made == null) {
            made = new ModuleCode(modules);
            MADE.set(modules, made);
        }
        return made;
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

    private void fill(int dark) {
        int bits = 0;
        int length = 0;
        int sum = 0;
        int weighted = 0;
        for (int at = 0; at < BYTES_OF_EIGHT; at++) {
            int pixels = ((dark >> 2 * at & 1) == 0 ? 0xF0 : 0) | ((dark >> 2 * at & 2) == 0 ? 0x0F : 0);
            bits |= literals.word(pixels) << length;
            length += literals.length(pixels);
            sum += pixels;
            weighted += (BYTES_OF_EIGHT - at) * pixels;
        }
        words[dark] = bits << Byte.SIZE | length;
        sums[dark] = weighted << Short.SIZE | sum;
    }

    /** @return bytes of a line behind its filter type */
    int lineLength() {
        return lineLength;
    }

    /** @return eight modules in the code, for {@link #bitsOf} and {@link #lengthOf} */
    int word(int dark) {
        return words[dark];
    }

    static int bitsOf(int word) {
        return word >>> Byte.SIZE;
    }

    static int lengthOf(int word) {
        return word & 0xFF;
    }

    /** @return what the bytes of eight modules add to a checksum, for {@link #sumOf} and {@link #weightedSumOf} */
    int sums(int dark) {
        return sums[dark];
    }

    static int sumOf(int sums) {
        return sums & 0xFFFF;
    }

    /** @return each byte as often as it is there when the next bytes are reached */
    static int weightedSumOf(int sums) {
        return sums >>> Short.SIZE;
    }

    int literalWord(int literal) {
        return literals.word(literal);
    }

    int literalBits(int literal) {
        return literals.length(literal);
    }

    /** @return the filter type of the first line of a row of modules */
    int filterWord() {
        return literals.word(PngPicture.AS_IT_IS);
    }

    int filterBits() {
        return literals.length(PngPicture.AS_IT_IS);
    }

    /** The head of the data, and that of its only block: with codes of its own, and these codes. */
    void begin(LowBitsFirst out) {
        out.write(METHOD, Byte.SIZE);
        out.write(FLAGS, Byte.SIZE);
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
            at += all[at] == 0 ? zeros(all, at, out) : length(all[at], out);
        }
    }

    private static int length(int length, LowBitsFirst out) {
        OF_LENGTHS.write(length, out);
        return 1;
    }

    private static int zeros(int[] all, int from, LowBitsFirst out) {
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
            return length(0, out);
        }
        return run;
    }

    /** The lines of a row of modules below the first one: no difference from what is above them. */
    void linesBelow(LowBitsFirst out) {
        literals.write(PngPicture.AS_DIFFERENCE_FROM_ABOVE, out);
        literals.write(0, out);
        repeat(zeros, out);
        repeat(lines, out);
    }

    private void repeat(Repetition run, LowBitsFirst out) {
        literals.write(run.lengthSymbol(), out);
        out.write(run.lengthExtra(), run.lengthExtraBits());
        distances.write(run.distanceSymbol(), out);
        out.write(run.distanceExtra(), run.distanceExtraBits());
    }

    void end(LowBitsFirst out) {
        literals.write(END_OF_BLOCK, out);
    }
}
