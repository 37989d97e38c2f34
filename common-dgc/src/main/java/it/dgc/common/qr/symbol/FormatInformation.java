package it.dgc.common.qr.symbol;

/** Level and mask in fifteen bits, written twice (ISO/IEC 18004, 7.9). */
final class FormatInformation {

    /** Row and column beside the separators of the finder patterns. */
    static final int BESIDE_FINDER = 8;
    /** Of the module that is always dark: how far above the lowest row. */
    static final int DARK_FROM_BELOW = 7;

    /** BCH(15,5), annex C: x^10 + x^8 + x^5 + x^4 + x^2 + x + 1. */
    private static final int GENERATOR = 0b101_0011_0111;
    private static final int CHECK_BITS = 10;
    /** Keeps the bits from being all zero (7.9.1). */
    private static final int PATTERN = 0b101_0100_0001_0010;
    private static final int BITS = 15;
    private static final int TIMING = 6;

    private FormatInformation() {}

    interface Place {

        void take(int x, int y, int bit);
    }

    static void draw(Level level, Mask mask, Modules modules) {
        int bits = BchCode.withCheckBits(level.indicator() << 3 | mask.reference(), CHECK_BITS, GENERATOR) ^ PATTERN;
        forEachPlace(modules.side(), (x, y, bit) -> modules.add(x, y, bits >>> bit & 1));
    }

    /** Figure 25: around the upper left finder pattern, and below and beside the other two; bit 0 is the lowest. */
    static void forEachPlace(int side, Place place) {
        for (int bit = 0; bit < BITS; bit++) {
            boolean first = bit < 8;
            int inward = first ? bit : BITS - 1 - bit;
            int near = inward < TIMING ? inward : inward + 1;
            place.take(first ? BESIDE_FINDER : near, first ? near : BESIDE_FINDER, bit);
            int far = side - 1 - inward;
            place.take(first ? far : BESIDE_FINDER, first ? BESIDE_FINDER : far, bit);
        }
    }
}
