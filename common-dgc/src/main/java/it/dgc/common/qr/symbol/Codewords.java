package it.dgc.common.qr.symbol;

/** From a text to the code words in the order of their places (ISO/IEC 18004, 7.4 to 7.6). */
final class Codewords {

    private Codewords() {}

    static byte[] of(String text, TextMode mode, Version version, Level level) {
        BitWriter data = new BitWriter(level.dataCodewords(version));
        mode.write(text, version, data);
        return interleaved(data.padded(), version, level);
    }

    /** Blocks of data side by side, then their blocks of error correction (7.6). */
    private static byte[] interleaved(byte[] data, Version version, Level level) {
        int blocks = level.blocks(version);
        int degree = level.correctionPerBlock(version);
        int shorter = data.length / blocks;
        int firstLonger = blocks - data.length % blocks;
        byte[] all = new byte[version.codewords()];
        byte[] correction = new byte[degree];
        for (int block = 0, from = 0; block < blocks; block++) {
            int length = block < firstLonger ? shorter : shorter + 1;
            for (int at = 0; at < shorter; at++) {
                all[at * blocks + block] = data[from + at];
            }
            if (length > shorter) {
                all[shorter * blocks + block - firstLonger] = data[from + shorter];
            }
            ReedSolomon.of(degree).divide(data, from, length, correction, 0);
            for (int at = 0; at < degree; at++) {
                all[data.length + at * blocks + block] = correction[at];
            }
            from += length;
        }
        return all;
    }
}
