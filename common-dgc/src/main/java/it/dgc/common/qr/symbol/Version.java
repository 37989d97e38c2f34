package it.dgc.common.qr.symbol;

/**
 * Size of a symbol (ISO/IEC 18004, 6.3).
 *
 * @param number 1 to 40
 */
record Version(int number) {

    static final int LARGEST = 40;
    /** From this one on the symbol tells its version (7.10). */
    private static final int FIRST_TOLD = 7;
    private static final int FINDER_WITH_SEPARATOR = 8 * 8;
    /** Two times 15 and the dark module (7.9.1). */
    private static final int FORMAT_MODULES = 31;
    /** Two times 18 (7.10). */
    private static final int VERSION_MODULES = 36;
    private static final int ALIGNMENT_SIDE = 5;

    int side() {
        return 17 + 4 * number;
    }

    boolean isTold() {
        return number >= FIRST_TOLD;
    }

    /** Code words that the modules left by the function patterns hold; up to seven modules remain (table 1). */
    int codewords() {
        int timing = 2 * (side() - 2 * 8);
        int told = isTold() ? VERSION_MODULES : 0;
        return (side() * side() - 3 * FINDER_WITH_SEPARATOR - FORMAT_MODULES - timing - told - alignment()) / 8;
    }

    /** Modules of alignment patterns that are in no timing pattern; the corners have finders instead. */
    private int alignment() {
        int across = alignmentCentres().length;
        int patterns = Math.max(0, across * across - 3);
        int onTiming = 2 * Math.max(0, across - 2);
        return patterns * ALIGNMENT_SIDE * ALIGNMENT_SIDE - onTiming * ALIGNMENT_SIDE;
    }

    /** Coordinates of the centres, the same in both directions (table E.1): evenly spaced from the far end. */
    int[] alignmentCentres() {
        if (number == 1) {
            return new int[0];
        }
        int[] centres = new int[number / 7 + 2];
        int gaps = centres.length - 1;
        int step = number == 32 ? 26 : 2 * Math.ceilDiv(side() - 13, 2 * gaps);
        for (int at = gaps; at > 0; at--) {
            centres[at] = side() - 7 - (gaps - at) * step;
        }
        centres[0] = 6;
        return centres;
    }
}
