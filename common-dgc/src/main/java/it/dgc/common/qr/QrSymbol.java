package it.dgc.common.qr;

import java.util.Objects;

import it.dgc.common.qr.symbol.Symbol;

/**
 * An immutable QR symbol of an alphanumeric text, with its quiet zone (hcert-spec 4.3; ISO/IEC 18004).
 *
 * <p>The same text gives the same symbol and the same pictures. A text of digits alone takes the numeric mode, which
 * needs less room; a reader shows no difference. {@code toString} never shows the text.
 */
public final class QrSymbol {

    /** Modules of white on each side (ISO/IEC 18004, 6.3.8). */
    public static final int QUIET_ZONE = 4;

    /**
     * Pixels. From version 16 on (89 modules; a certificate usually has 17 to 20) a print 60 mm wide then has at least
     * 150 dots per inch; a smaller symbol has larger modules and needs fewer. Readers want two to three pixels a module,
     * so half the size is still read; and 4 divides the 8 of a JPEG block, so edges survive being saved as JPEG.
     */
    public static final int PIXELS_PER_MODULE = 4;

    private final ErrorCorrection errorCorrection;
    private final Symbol symbol;

    private QrSymbol(ErrorCorrection errorCorrection, Symbol symbol) {
        this.errorCorrection = errorCorrection;
        this.symbol = symbol;
    }

    /**
     * The symbol at level Q, or at M or L where only these hold the text.
     *
     * @param text 1 to 4296 characters of {@code 0-9 A-Z space $ % * + - . / :}
     * @return its symbol, as small as the level allows
     * @throws IllegalArgumentException if the text is empty, too long for level L or has other characters; the message
     *         does not quote the text
     */
    public static QrSymbol of(String text) {
        return of(text, ErrorCorrection.Q);
    }

    /**
     * The symbol at a chosen level, or at the first lower one that holds the text.
     *
     * @param text as for {@link #of(String)}
     * @param first the level tried first; prints that proved unreadable ask for a lower one, which is less dense
     * @return its symbol, as small as the level allows
     * @throws IllegalArgumentException as for {@link #of(String)}
     */
    public static QrSymbol of(String text, ErrorCorrection first) {
        Alphanumeric.checked(text);
        ErrorCorrection level = first.fallingTo(text.length()).orElseThrow(() -> tooLong(text.length()));
        return new QrSymbol(level, Symbol.of(text, level.level()));
    }

    /** @return the level that the symbol was drawn at, which may be lower than the one asked for */
    public ErrorCorrection errorCorrection() {
        return errorCorrection;
    }

    /** @return version of the symbol, 1 to 40 (ISO/IEC 18004, 5.1) */
    public int version() {
        return symbol.version();
    }

    /** @return modules on each side, quiet zone included: 29 to 185 */
    public int modules() {
        return symbol.side() + 2 * QUIET_ZONE;
    }

    /**
     * @param x column from the left, quiet zone included, from 0
     * @param y row from the top, quiet zone included, from 0
     * @return whether that module is dark
     * @throws IndexOutOfBoundsException if there is no such module
     */
    public boolean dark(int x, int y) {
        int column = Objects.checkIndex(x, modules()) - QUIET_ZONE;
        int row = Objects.checkIndex(y, modules()) - QUIET_ZONE;
        return isInside(column) && isInside(row) && symbol.dark(column, row);
    }

    /** @return the picture as PNG, 1 bit greyscale, {@value #PIXELS_PER_MODULE} pixels a module */
    public byte[] png() {
        return png(PIXELS_PER_MODULE);
    }

    /**
     * @param pixelsPerModule side of a module in pixels, 1 to 32; whole, because blurred edges are what readers fail at
     * @return the picture as PNG, 1 bit greyscale, no metadata
     * @throws IllegalArgumentException if the side is out of range
     */
    public byte[] png(int pixelsPerModule) {
        return PngPicture.of(this, pixelsPerModule);
    }

    /** @return the picture as SVG, one unit a module, no size of its own, no title and no metadata */
    public String svg() {
        return SvgPicture.of(this);
    }

    /** @return {@link #terminal(boolean)} with colours, right on dark and on light terminals */
    public String terminal() {
        return terminal(true);
    }

    /**
     * The picture as lines of half blocks (U+2580, U+2584, U+2588), two rows of modules a line.
     *
     * @param ansi whether to set black on white by escape sequences; without them light modules are inked, which is
     *        right on a dark terminal and inverted on a light one
     * @return the lines, each ended by a line feed
     */
    public String terminal(boolean ansi) {
        return TerminalPicture.of(this, ansi);
    }

    @Override
    public String toString() {
        return "QR version " + version() + ", level " + errorCorrection;
    }

    /** The modules without the quiet zone. */
    Symbol inner() {
        return symbol;
    }

    private boolean isInside(int coordinate) {
        return coordinate >= 0 && coordinate < symbol.side();
    }

    private static IllegalArgumentException tooLong(int characters) {
        return new IllegalArgumentException("a text of " + characters + " characters fits in no QR symbol; at most "
                + ErrorCorrection.L.capacity() + " do");
    }
}
