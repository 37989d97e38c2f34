package it.dgc.common.qr;

import it.dgc.common.deflate.LowBitsFirst;
import it.dgc.common.qr.symbol.Symbol;

/**
 * The lines of a picture whose modules have four pixels, as zlib data (RFC 1950) in one block with a code made for them (RFC 1951,
 * 3.2.7). Such a line is told by four bytes, and the three lines below it by two repetitions: nothing needs to be searched for. What is
 * the same for all symbols of a size is worked out once ({@link ModuleCode}).
 */
final class ModuleBlock {

    static final int PIXELS_PER_MODULE = 4;

    /** RFC 1950, 8.2: the largest prime below 65536. */
    private static final int ADLER = 65_521;
    private static final int BYTES_BESIDE_LINES = 256;

    private final ModuleCode code;
    private final Symbol symbol;
    private final int modules;
    private final LowBitsFirst out;
    /** The two sums of the checksum (RFC 1950, 8.2). */
    private long sum = 1;
    private long sumOfSums;

    private ModuleBlock(QrSymbol symbol) {
        this.symbol = symbol.inner();
        this.modules = symbol.modules();
        this.code = ModuleCode.of(modules);
        this.out = new LowBitsFirst(BYTES_BESIDE_LINES + modules * (1 + code.lineLength()));
    }

    /** @return the data of the whole picture */
    static byte[] of(QrSymbol symbol) {
        return new ModuleBlock(symbol).whole();
    }

    private byte[] whole() {
        code.begin(out);
        for (int row = 0; row < modules; row++) {
            add(row - QrSymbol.QUIET_ZONE);
        }
        code.end(out);
        out.fillByte();
        out.write(Integer.toUnsignedLong(Integer.reverseBytes((int) (sumOfSums << Short.SIZE | sum))), Integer.SIZE);
        return out.toBytes();
    }

    /** Four lines of pixels: the modules, eight at a time; the last one has half a byte for itself. */
    private void add(int row) {
        out.write(code.filterWord(), code.filterBits());
        sumOfSums += sum;
        int eights = modules / Byte.SIZE;
        for (int group = 0; group < eights; group++) {
            int dark = dark(group * Byte.SIZE - QrSymbol.QUIET_ZONE, row);
            int word = code.word(dark);
            out.write(ModuleCode.bitsOf(word), ModuleCode.lengthOf(word));
            int sums = code.sums(dark);
            sumOfSums += ModuleCode.BYTES_OF_EIGHT * sum + ModuleCode.weightedSumOf(sums);
            sum += ModuleCode.sumOf(sums);
        }
        int dark = dark(eights * Byte.SIZE - QrSymbol.QUIET_ZONE, row);
        for (int module = eights * Byte.SIZE; module < modules; module += 2) {
            int pixels = (dark & 1) == 0 ? 0xF0 : 0;
            pixels |= module + 1 == modules || (dark & 2) != 0 ? 0 : 0x0F;
            out.write(code.literalWord(pixels), code.literalBits(pixels));
            sum += pixels;
            sumOfSums += sum;
            dark >>= 2;
        }
        addLinesBelow();
        sum %= ADLER;
        sumOfSums %= ADLER;
    }

    private void addLinesBelow() {
        code.linesBelow(out);
        for (int line = 1; line < PIXELS_PER_MODULE; line++) {
            sum += PngPicture.AS_DIFFERENCE_FROM_ABOVE;
            sumOfSums += (1 + code.lineLength()) * sum;
        }
    }

    /** @return eight modules from that column of the symbol on, the leftmost lowest, 1 where dark; what lies outside is light */
    private int dark(int column, int row) {
        if (row < 0 || row >= symbol.side() || column >= symbol.side()) {
            return 0;
        }
        if (column < 0) {
            return (int) (symbol.strip(0, row) << -column) & 0xFF;
        }
        int strip = column / Long.SIZE;
        long modulesFromThere = symbol.strip(strip, row) >>> column;
        int within = column % Long.SIZE;
        if (within > Long.SIZE - Byte.SIZE && (strip + 1) * Long.SIZE < symbol.side()) {
            modulesFromThere |= symbol.strip(strip + 1, row) << Long.SIZE - within;
        }
        return (int) modulesFromThere & 0xFF & (1 << Math.min(Byte.SIZE, symbol.side() - column)) - 1;
    }
}
