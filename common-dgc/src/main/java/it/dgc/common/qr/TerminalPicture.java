package it.dgc.common.qr;

/** A symbol as half blocks (Unicode block elements), two rows of modules a line of text. */
final class TerminalPicture {

    /** Entries 16 and 231 of the 256 colours: black and white that no theme of a terminal redefines. */
    private static final String BLACK_ON_WHITE = "\u001B[38;5;16;48;5;231m";
    private static final String AS_BEFORE = "\u001B[0m";

    /** Indexed by: upper half inked counts 1, lower half inked counts 2. */
    private static final String BLOCKS = " \u2580\u2584\u2588";

    private TerminalPicture() {}

    static String of(QrSymbol symbol, boolean ansi) {
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < symbol.modules(); y += 2) {
            text.append(ansi ? BLACK_ON_WHITE : "");
            appendLine(text, symbol, y, ansi);
            text.append(ansi ? AS_BEFORE : "").append('\n');
        }
        return text.toString();
    }

    private static void appendLine(StringBuilder text, QrSymbol symbol, int y, boolean inkIsDark) {
        for (int x = 0; x < symbol.modules(); x++) {
            int upper = dark(symbol, x, y) == inkIsDark ? 1 : 0;
            int lower = dark(symbol, x, y + 1) == inkIsDark ? 2 : 0;
            text.append(BLOCKS.charAt(upper + lower));
        }
    }

    /** The number of rows is odd, so the last line shows one row more than there is: more of the quiet zone. */
    private static boolean dark(QrSymbol symbol, int x, int y) {
        return y < symbol.modules() && symbol.dark(x, y);
    }
}
