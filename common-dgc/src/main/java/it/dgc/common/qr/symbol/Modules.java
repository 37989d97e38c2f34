package it.dgc.common.qr.symbol;

/** The modules of a symbol twice, upright and turned over its diagonal, so that columns are read as rows are. */
final class Modules {

    private final Grid upright;
    private final Grid turned;

    Modules(int side) {
        this(new Grid(side), new Grid(side));
    }

    Modules(Grid upright) {
        this(upright, upright.turned());
    }

    private Modules(Grid upright, Grid turned) {
        this.upright = upright;
        this.turned = turned;
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

    /** Makes a module dark where {@code bit} is 1, and leaves it as it is where it is 0. */
    void add(int x, int y, long bit) {
        upright.addAt(upright.place(x, y), bit);
        turned.addAt(turned.place(y, x), bit);
    }

    void becomeDifference(Modules one, Modules other) {
        upright.becomeDifference(one.upright, other.upright);
        turned.becomeDifference(one.turned, other.turned);
    }
}
