package it.dgc.common.qr.symbol;

import java.util.Arrays;

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
    void addAt(char place, long bit) {
        words[place >> WORD_BITS] |= bit << place;
    }

    void set(int x, int y) {
        addAt(place(x, y), 1);
    }

    /** Names a module in 16 bits: its word, and its bit in it. */
    char place(int x, int y) {
        return (char) (at(x, y) << WORD_BITS | x & Long.SIZE - 1);
    }

    int columnOf(char place) {
        return (place >> WORD_BITS) / side * Long.SIZE + (place & Long.SIZE - 1);
    }

    int rowOf(char place) {
        return (place >> WORD_BITS) % side;
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

    /** @return the same square turned over its diagonal */
    Grid turned() {
        Grid turned = new Grid(side);
        long[] block = new long[Long.SIZE];
        for (int strip = 0; strip < strips(); strip++) {
            for (int rows = 0; rows < strips(); rows++) {
                int height = Math.min(Long.SIZE, side - rows * Long.SIZE);
                System.arraycopy(words, strip * side + rows * Long.SIZE, block, 0, height);
                Arrays.fill(block, height, Long.SIZE, 0);
                turn(block);
                System.arraycopy(block, 0, turned.words, rows * side + strip * Long.SIZE,
                        Math.min(Long.SIZE, side - strip * Long.SIZE));
            }
        }
        return turned;
    }

    /** Swaps ever smaller quarters of the square that the words are. */
    private static void turn(long[] block) {
        long low = 0xFFFF_FFFFL;
        for (int half = Long.SIZE / 2; half > 0; half /= 2) {
            for (int row = 0; row < Long.SIZE; row = (row | half) + 1 & ~half) {
                long difference = (block[row] >>> half ^ block[row | half]) & low;
                block[row] ^= difference << half;
                block[row | half] ^= difference;
            }
            low ^= low << half / 2;
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
