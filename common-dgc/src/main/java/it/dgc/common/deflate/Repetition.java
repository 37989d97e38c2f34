package it.dgc.common.deflate;

/**
 * A run of bytes that stand a distance before, as its symbols and extra bits (RFC 1951, 3.2.5).
 *
 * @param length bytes, 3 to 257; the longest of the norm, 258, has a symbol apart and is not used
 * @param distance bytes, 1 to 32768
 */
public record Repetition(int length, int distance) {

    /** Bytes of the shortest and of the longest run that is used. */
    public static final int SHORTEST = 3;
    public static final int LONGEST = 257;
    /** Bytes that may lie between a run and its repetition. */
    public static final int WINDOW = 32 * 1024;

    private static final int FIRST_LENGTH = 257;
    private static final int LENGTHS_WITHOUT_EXTRA_BITS = 8;

    /** @return symbol of the length */
    public int lengthSymbol() {
        int more = length - SHORTEST;
        return more < LENGTHS_WITHOUT_EXTRA_BITS
                ? FIRST_LENGTH + more
                : FIRST_LENGTH + 4 * (log2(more) - 1) + (more >> lengthExtraBits() & 3);
    }

    /** @return how many bits stand behind the symbol of the length */
    public int lengthExtraBits() {
        int more = length - SHORTEST;
        return more < LENGTHS_WITHOUT_EXTRA_BITS ? 0 : log2(more) - 2;
    }

    /** @return these bits */
    public int lengthExtra() {
        return length - SHORTEST & (1 << lengthExtraBits()) - 1;
    }

    /** @return symbol of the distance */
    public int distanceSymbol() {
        int more = distance - 1;
        return more < 2 ? more : 2 * log2(more) + (more >> distanceExtraBits() & 1);
    }

    /** @return how many bits stand behind the symbol of the distance */
    public int distanceExtraBits() {
        return distance - 1 < 2 ? 0 : log2(distance - 1) - 1;
    }

    /** @return these bits */
    public int distanceExtra() {
        return distance - 1 & (1 << distanceExtraBits()) - 1;
    }

    private static int log2(int n) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(n);
    }
}
