package it.dgc.common.qr.symbol;

/**
 * Draws what is the same in all symbols of a version: finder, timing and alignment patterns and the version information
 * (ISO/IEC 18004, 6.3 and 7.10), and notes which modules are taken by them or kept for the format information.
 */
final class FunctionPatterns {

    private static final int FINDER_CENTRE = 3;
    private static final int TIMING = 6;
    /** BCH(18,6), annex D: x^12 + x^11 + x^10 + x^9 + x^8 + x^5 + x^2 + 1. */
    private static final int VERSION_GENERATOR = 0b1_1111_0010_0101;
    private static final int VERSION_CHECK_BITS = 12;

    private final Version version;
    private final Grid drawn;
    private final Grid taken;

    private FunctionPatterns(Version version) {
        this.version = version;
        this.drawn = new Grid(version.side());
        this.taken = new Grid(version.side());
    }

    static FunctionPatterns of(Version version) {
        FunctionPatterns patterns = new FunctionPatterns(version);
        patterns.draw();
        return patterns;
    }

    Grid drawn() {
        return drawn;
    }

    boolean isTaken(int x, int y) {
        return taken.get(x, y);
    }

    private void draw() {
        int far = version.side() - 1;
        for (int at = 0; at <= far; at++) {
            put(at, TIMING, at % 2 == 0);
            put(TIMING, at, at % 2 == 0);
        }
        alignments();
        finder(FINDER_CENTRE, FINDER_CENTRE);
        finder(far - FINDER_CENTRE, FINDER_CENTRE);
        finder(FINDER_CENTRE, far - FINDER_CENTRE);
        FormatInformation.forEachPlace(version.side(), (x, y, bit) -> taken.set(x, y));
        put(FormatInformation.BESIDE_FINDER, far - FormatInformation.DARK_FROM_BELOW, true);
        if (version.isTold()) {
            version();
        }
    }

    /** 6.3.5, in three corners and not where a finder pattern is. */
    private void alignments() {
        int[] centres = version.alignmentCentres();
        int last = centres.length - 1;
        for (int row = 0; row <= last; row++) {
            for (int column = 0; column <= last; column++) {
                boolean inCorner = row == 0 && column == 0 || row == 0 && column == last
                        || row == last && column == 0;
                if (!inCorner) {
                    rings(centres[column], centres[row], 2, distance -> distance != 1);
                }
            }
        }
    }

    /** 6.3.3 and 6.3.4: the separator is the outermost ring. */
    private void finder(int x, int y) {
        rings(x, y, 4, distance -> distance != 2 && distance != 4);
    }

    private interface Ring {

        boolean isDark(int distance);
    }

    /** Squares around a centre, as far as they lie within the symbol. */
    private void rings(int centreX, int centreY, int reach, Ring ring) {
        for (int dy = -reach; dy <= reach; dy++) {
            for (int dx = -reach; dx <= reach; dx++) {
                put(centreX + dx, centreY + dy, ring.isDark(Math.max(Math.abs(dx), Math.abs(dy))));
            }
        }
    }

    /** 7.10: eighteen bits, beside the upper right finder pattern and above the lower left one. */
    private void version() {
        int bits = BchCode.withCheckBits(version.number(), VERSION_CHECK_BITS, VERSION_GENERATOR);
        for (int bit = 0; bit < 18; bit++) {
            int near = bit / 3;
            int far = version.side() - 11 + bit % 3;
            put(far, near, (bits >>> bit & 1) == 1);
            put(near, far, (bits >>> bit & 1) == 1);
        }
    }

    /** What is drawn later lies on top: finder patterns and separators on the timing patterns. */
    private void put(int x, int y, boolean dark) {
        if (x < 0 || y < 0 || x >= version.side() || y >= version.side()) {
            return;
        }
        taken.set(x, y);
        drawn.put(x, y, dark);
    }
}
