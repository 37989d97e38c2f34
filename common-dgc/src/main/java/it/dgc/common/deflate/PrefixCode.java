package it.dgc.common.deflate;

/** A Huffman code that is told by the lengths of its words alone (RFC 1951, 3.2.2). */
public final class PrefixCode {

    private static final int LONGEST = 15;

    private final int[] lengths;
    /** First bit lowest, which is how they are written. */
    private final int[] words;

    /** @param lengths in bits, one a symbol; 0 where a symbol has no word. Together they must leave no word unused */
    public PrefixCode(int[] lengths) {
        this.lengths = lengths;
        this.words = new int[lengths.length];
        int next = 0;
        for (int length = 1; length <= LONGEST; length++) {
            next <<= 1;
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    words[symbol] = Integer.reverse(next) >>> Integer.SIZE - length;
                    next++;
                }
            }
        }
    }

    /** @return the lengths that it was made of: the array itself */
    public int[] lengths() {
        return lengths;
    }

    /** @return bits of the word of a symbol */
    public int length(int symbol) {
        return lengths[symbol];
    }

    /** @return the word of a symbol, its first bit lowest */
    public int word(int symbol) {
        return words[symbol];
    }

    /** Writes the word of a symbol. */
    public void write(int symbol, LowBitsFirst out) {
        out.write(words[symbol], lengths[symbol]);
    }
}
