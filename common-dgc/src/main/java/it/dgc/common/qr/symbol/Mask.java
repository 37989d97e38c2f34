package it.dgc.common.qr.symbol;

/** The eight data masks (ISO/IEC 18004, 7.8.2 and table 10); {@code i} is the row, {@code j} the column. */
enum Mask {

    M0((i, j) -> (i + j) % 2 == 0), M1((i, j) -> i % 2 == 0), M2((i, j) -> j % 3 == 0), M3(
            (i, j) -> (i + j) % 3 == 0), M4((i, j) -> (i / 2 + j / 3) % 2 == 0), M5(
                    (i, j) -> i * j % 2 + i * j % 3 == 0), M6((i, j) -> (i * j % 2 + i * j % 3) % 2 == 0), M7(
                            (i, j) -> ((i + j) % 2 + i * j % 3) % 2 == 0);

    private interface Condition {

        boolean holds(int i, int j);
    }

    private final Condition condition;

    Mask(Condition condition) {
        this.condition = condition;
    }

    boolean inverts(int x, int y) {
        return condition.holds(y, x);
    }

    /** Three bits of the format information. */
    int reference() {
        return ordinal();
    }
}
