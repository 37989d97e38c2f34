package it.dgc.common.qr.symbol;

/**
 * How hard a masked symbol is to read: the sum of four features (ISO/IEC 18004, 7.8.3 and table 11). What lies outside the
 * symbol counts as neither dark nor light.
 */
final class Penalty {

    /** Weights N1 to N4 of table 11. */
    private static final int RUN = 3;
    private static final int BLOCK = 3;
    private static final int FINDER = 40;
    private static final int PROPORTION = 10;

    private static final int FINDER_LENGTH = 7;
    private static final int LIGHT_BESIDE_FINDER = 4;

    private Penalty() {}

    /** @return the sum; where it reaches {@code enough}, perhaps only a part of it that reaches it too */
    static int of(Modules modules, int enough) {
        int penalty = BLOCK * blocks(modules.upright()) + proportion(modules.upright())
                + inColumns(modules.upright());
        return penalty < enough ? penalty + inColumns(modules.turned()) : penalty;
    }

    private static int inColumns(Grid grid) {
        int penalty = 0;
        for (int strip = 0; strip < grid.strips(); strip++) {
            penalty += runs(grid, strip) + FINDER * finders(grid, strip);
        }
        return penalty;
    }

    /**
     * N1: a run of n modules, n at least 5, costs 3 + n - 5, and has n - 4 places where five begin: a point for each place,
     * and two for each run.
     */
    private static int runs(Grid grid, int strip) {
        int penalty = 0;
        long fiveBefore = 0;
        long two = 0;
        long three = 0;
        long four = 0;
        for (int y = 1; y < grid.side(); y++) {
            long same = ~(grid.word(strip, y) ^ grid.word(strip, y - 1)) & grid.inside(strip);
            long five = same & four;
            penalty += Long.bitCount(five) + (RUN - 1) * Long.bitCount(five & ~fiveBefore);
            fiveBefore = five;
            four = same & three;
            three = same & two;
            two = same;
        }
        return penalty;
    }

    /** N3: modules in the ratio 1:1:3:1:1 of a finder pattern with four light ones before or after them. */
    private static int finders(Grid grid, int strip) {
        int finders = 0;
        for (int y = 0; y + FINDER_LENGTH <= grid.side(); y++) {
            long pattern = grid.word(strip, y) & ~grid.word(strip, y + 1) & grid.word(strip, y + 2)
                    & grid.word(strip, y + 3) & grid.word(strip, y + 4) & ~grid.word(strip, y + 5)
                    & grid.word(strip, y + 6);
            if (pattern != 0) {
                finders += Long.bitCount(pattern
                        & (light(grid, strip, y - LIGHT_BESIDE_FINDER) | light(grid, strip, y + FINDER_LENGTH)));
            }
        }
        return finders;
    }

    /** The columns whose four modules from {@code y} on are there and light. */
    private static long light(Grid grid, int strip, int y) {
        if (y < 0 || y + LIGHT_BESIDE_FINDER > grid.side()) {
            return 0;
        }
        return ~(grid.word(strip, y) | grid.word(strip, y + 1) | grid.word(strip, y + 2) | grid.word(strip, y + 3));
    }

    /** N2: squares of two by two modules of one colour, each overlapping one counted. */
    private static int blocks(Grid grid) {
        int blocks = 0;
        for (int strip = 0; strip < grid.strips(); strip++) {
            boolean last = strip + 1 == grid.strips();
            long pairs = shifted(grid.inside(strip), grid.inside(strip + 1));
            for (int y = 0; y + 1 < grid.side(); y++) {
                long row = grid.word(strip, y);
                long right = shifted(row, last ? 0 : grid.word(strip + 1, y));
                long below = grid.word(strip, y + 1);
                long belowRight = shifted(below, last ? 0 : grid.word(strip + 1, y + 1));
                blocks += Long.bitCount(pairs & ~((row ^ right) | (row ^ below) | (row ^ belowRight)));
            }
        }
        return blocks;
    }

    /** Each module's neighbour to the right in its place. */
    private static long shifted(long word, long next) {
        return word >>> 1 | next << Long.SIZE - 1;
    }

    /** N4: ten points for each whole 5 % by which the dark modules miss a half. */
    private static int proportion(Grid grid) {
        int all = grid.side() * grid.side();
        return Math.abs(2 * grid.countDark() - all) * 10 / all * PROPORTION;
    }
}
