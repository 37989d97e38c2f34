package it.dgc.common.qr.symbol;

/** Code words of data, filled bit by bit (ISO/IEC 18004, 7.4.9 and 7.4.10). */
final class BitWriter {

    /** Terminator (7.4.9). */
    private static final int MOST_ZEROS_AT_END = 4;
    /** Pad code words, in turns (7.4.10). */
    private static final int[] PADDING = {0b1110_1100, 0b0001_0001};

    private final byte[] codewords;
    private int length;
    private long pending;
    private int pendingBits;

    /** @param codewords how many there are to fill */
    BitWriter(int codewords) {
        this.codewords = new byte[codewords];
    }

    /** @param bits at most 16 */
    void write(int number, int bits) {
        pending = pending << bits | number;
        pendingBits += bits;
        while (pendingBits >= 8) {
            pendingBits -= 8;
            codewords[length++] = (byte) (pending >>> pendingBits);
        }
    }

    /** Ends the data and fills what is left. */
    byte[] padded() {
        write(0, Math.min(MOST_ZEROS_AT_END, 8 * (codewords.length - length) - pendingBits));
        write(0, -pendingBits & 7);
        for (int turn = 0; length < codewords.length; turn ^= 1) {
            write(PADDING[turn], 8);
        }
        return codewords;
    }
}
