package it.dgc.common.qr.symbol;

/**
 * A square of modules, a bit each. A word holds 64 modules of a row, and the words of one strip of 64 columns stand
 * together from the top row to the bottom row: what is asked of a module and those below it is asked of 64 at once.
 */
final class Grid {

    /** 64 is two to the power of it. */
    private static final int WORD_BITS = 6;

    private final int side;
    private final long[] words;

    Grid(int side) {
        this(side, new long[strips(side) * side]);
    }

    private Grid(int side, long[] words) {
        this.side = side;
        this.words = words;
    }

    Grid copy() {
        return new Grid(side, words.clone());
    }

    private static int strips(int side) {
        return (side + Long.SIZE - 1) / Long.SIZE;
    }

    int side() {
        return side;
    }

    int strips() {
        return strips(side);
    }

    /** Index of a module's word; its bit within the word is the column modulo 64. */
    private int at(int x, int y) {
        return (x >> WORD_BITS) * side + y;
    }

    boolean get(int x, int y) {
        return (words[at(x, y)] >>> x & 1) == 1;
    }

    /** Makes a module dark where {@code bit} is 1, and leaves it as it is where it is 0: no jump that depends on data. */
    void add(int x, int y, long bit) {
        words[at(x, y)] |= bit << x;
    }

    void set(int x, int y) {
        add(x, y, 1);
    }

    void put(int x, int y, boolean dark) {
        set(x, y);
        if (!dark) {
            words[at(x, y)] ^= 1L << x;
        }
    }

    /** 64 modules of a row, the leftmost in the lowest bit. */
    long word(int strip, int y) {
        return words[strip * side + y];
    }

    /** The columns of a strip that lie within the square, as bits; the strip behind the last has none. */
    long inside(int strip) {
        int columns = side - strip * Long.SIZE;
        return columns >= Long.SIZE ? -1L : columns <= 0 ? 0 : (1L << columns) - 1;
    }

    /** Becomes the difference of two squares of the same size. */
    void becomeDifference(Grid one, Grid other) {
        for (int at = 0; at < words.length; at++) {
            words[at] = one.words[at] ^ other.words[at];
        }
    }

    int countDark() {
        int dark = 0;
        for (long word : words) {
            dark += Long.bitCount(word);
        }
        return dark;
    }
}
