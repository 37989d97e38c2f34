package it.dgc.common.qr.symbol;

/** The modules of a symbol twice, upright and turned over its diagonal, so that columns are read as rows are. */
final class Modules {

    private final Grid upright;
    private final Grid turned;

    Modules(int side) {
        this(new Grid(side), new Grid(side));
    }

    private Modules(Grid upright, Grid turned) {
        this.upright = upright;
        this.turned = turned;
    }

    Modules copy() {
        return new Modules(upright.copy(), turned.copy());
    }

    int side() {
        return upright.side();
    }

    Grid upright() {
        return upright;
    }

    Grid turned() {
        return turned;
    }

    /** As {@link Grid#add}. */
    void add(int x, int y, long bit) {
        upright.add(x, y, bit);
        turned.add(y, x, bit);
    }

    void put(int x, int y, boolean dark) {
        upright.put(x, y, dark);
        turned.put(y, x, dark);
    }

    void becomeDifference(Modules one, Modules other) {
        upright.becomeDifference(one.upright, other.upright);
        turned.becomeDifference(one.turned, other.turned);
    }
}
