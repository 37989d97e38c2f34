package it.dgc.common.qr.symbol;

/**
 * The modules of a QR symbol of an alphanumeric text, without quiet zone (ISO/IEC 18004). Equal texts have equal symbols:
 * one segment in the smallest version, and of the masks with the least penalty the first.
 */
public final class Symbol {

    private final Version version;
    private final Grid modules;

    private Symbol(Version version, Grid modules) {
        this.version = version;
        this.modules = modules;
    }

    /**
     * Draws a symbol.
     *
     * @param text characters of {@code 0-9 A-Z space $ % * + - . / :}
     * @param level how much of it can be restored
     * @return the symbol
     * @throws IllegalArgumentException if no version holds the text at this level
     */
    public static Symbol of(String text, Level level) {
        TextMode mode = TextMode.of(text);
        Version version = smallest(text.length(), mode, level);
        Template template = Template.of(version);
        Modules filled = template.filledWith(Codewords.of(text, mode, version, level));
        return new Symbol(version, leastPenalty(template, filled, level));
    }

    private static Version smallest(int characters, TextMode mode, Level level) {
        for (int number = 1; number <= Version.LARGEST; number++) {
            Version version = new Version(number);
            if (mode.bits(characters, version) <= 8 * level.dataCodewords(version)) {
                return version;
            }
        }
        throw new IllegalArgumentException("no symbol of level " + level + " holds " + characters + " characters");
    }

    /** ISO/IEC 18004, 7.8: format information is drawn before a mask is judged. */
    private static Grid leastPenalty(Template template, Modules filled, Level level) {
        Modules best = new Modules(filled.side());
        Modules tried = new Modules(filled.side());
        int least = Integer.MAX_VALUE;
        for (Mask mask : Mask.values()) {
            tried.becomeDifference(filled, template.mask(mask));
            FormatInformation.draw(level, mask, tried);
            int penalty = Penalty.of(tried, least);
            if (penalty < least) {
                least = penalty;
                Modules worse = best;
                best = tried;
                tried = worse;
            }
        }
        return best.upright();
    }

    /** @return version of the symbol, 1 to 40 (ISO/IEC 18004, 6.3.1) */
    public int version() {
        return version.number();
    }

    /** @return modules on each side, 21 to 177 */
    public int side() {
        return modules.side();
    }

    /**
     * @param x column from the left, from 0
     * @param y row from the top, from 0
     * @return whether that module is dark; what lies outside is unspecified
     */
    public boolean dark(int x, int y) {
        return modules.get(x, y);
    }

    /**
     * @param strip of 64 columns, from 0
     * @param y row from the top, from 0
     * @return its modules in that row, the leftmost in the lowest bit, 1 where dark; those outside of the symbol are unspecified
     */
    public long strip(int strip, int y) {
        return modules.word(strip, y);
    }
}
