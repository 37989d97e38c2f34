package it.dgc.common.qr.symbol;

/** Level of error correction and its blocks (ISO/IEC 18004, 7.5.1 and table 9). */
public enum Level {

    /** About 7 % of the code words can be restored. */
    L(0b01,
            new int[]{7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26,
                    28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30},
            new int[]{1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15,
                    16, 17, 18, 19, 19, 20, 21, 22, 24, 25}),
    /** About 15 % of the code words can be restored. */
    M(0b00,
            new int[]{10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28,
                    28,
                    28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28},
            new int[]{1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26,
                    28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49}),
    /** About 25 % of the code words can be restored. */
    Q(0b11,
            new int[]{13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30, 28, 30, 30, 30,
                    30,
                    28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30},
            new int[]{1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20, 23, 23, 25, 27, 29, 34, 34,
                    35, 38, 40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68}),
    /** About 30 % of the code words can be restored. */
    H(0b10,
            new int[]{17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28, 30, 24, 30, 30,
                    30,
                    30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30},
            new int[]{1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25, 25, 34, 30, 32, 35, 37, 40,
                    42, 45, 48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81});

    private final int indicator;
    private final int[] correctionPerBlock;
    private final int[] blocks;

    Level(int indicator, int[] correctionPerBlock, int[] blocks) {
        this.indicator = indicator;
        this.correctionPerBlock = correctionPerBlock;
        this.blocks = blocks;
    }

    /** Two bits of the format information (table 12). */
    int indicator() {
        return indicator;
    }

    /** Code words of error correction in each block. */
    int correctionPerBlock(Version version) {
        return correctionPerBlock[version.number() - 1];
    }

    int blocks(Version version) {
        return blocks[version.number() - 1];
    }

    /** Code words of data in all blocks together. */
    int dataCodewords(Version version) {
        return version.codewords() - blocks(version) * correctionPerBlock(version);
    }
}
