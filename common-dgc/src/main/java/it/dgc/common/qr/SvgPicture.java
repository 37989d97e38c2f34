package it.dgc.common.qr;

import java.util.BitSet;

/** A symbol as SVG 1.1: a white ground and one path in which each run of dark modules is a rectangle. */
final class SvgPicture {

    private SvgPicture() {}

    static String of(QrSymbol symbol) {
        int side = symbol.modules();
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <rect width="%1$d" height="%1$d" fill="#fff"/><path fill="#000" d="%2$s"/></svg>
                """.formatted(side, path(symbol));
    }

    private static String path(QrSymbol symbol) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < symbol.modules(); y++) {
            appendRuns(path, row(symbol, y), y);
        }
        return path.toString();
    }

    private static void appendRuns(StringBuilder path, BitSet row, int y) {
        for (int from = row.nextSetBit(0); from >= 0;) {
            int to = row.nextClearBit(from);
            path.append('M').append(from).append(' ').append(y).append('h').append(to - from).append("v1h")
                    .append(from - to).append('z');
            from = row.nextSetBit(to);
        }
    }

    private static BitSet row(QrSymbol symbol, int y) {
        BitSet row = new BitSet(symbol.modules());
        for (int x = 0; x < symbol.modules(); x++) {
            row.set(x, symbol.dark(x, y));
        }
        return row;
    }
}
