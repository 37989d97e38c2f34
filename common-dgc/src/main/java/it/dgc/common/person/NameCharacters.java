package it.dgc.common.person;

/** Which characters a name may hold (Unicode Standard, section 4.5: general categories). */
final class NameCharacters {

    /** Typewriter and typographic apostrophes, accents typed as such, prime, Armenian apostrophe, Hebrew geresh. */
    private static final String APOSTROPHES = "'\u2018\u2019\u201B`\u00B4\u2032\uFF07\u055A\u05F3";
    /** Full stop, comma, the middle dot of Catalan, hyphenation point, the dot between foreign names in Japanese. */
    private static final String DOTS = ".,\u00B7\u2027\u30FB";
    /** Letters that show nothing: a name of these would look empty. */
    private static final String BLANK_LETTERS = "\u115F\u1160\u3164\uFFA0";

    private NameCharacters() {}

    /** Also format characters and line separators: all that steers a display, a log or a terminal instead of showing. */
    static boolean isControl(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    static boolean isSpace(int c) {
        return Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    static boolean isAllowed(int c) {
        return isLetter(c) || isMark(c) || isSpace(c) || Character.getType(c) == Character.DASH_PUNCTUATION
                || APOSTROPHES.indexOf(c) >= 0 || DOTS.indexOf(c) >= 0;
    }

    static boolean isLetter(int c) {
        return Character.isLetter(c) && BLANK_LETTERS.indexOf(c) < 0;
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> !isInvisibleMark(c);
            default -> false;
        };
    }

    /** Grapheme joiner, Khmer inherent vowels, and variation selectors of the three blocks. */
    private static boolean isInvisibleMark(int c) {
        return c == 0x034F || c == 0x17B4 || c == 0x17B5 || c >= 0x180B && c <= 0x180F || c >= 0xFE00 && c <= 0xFE0F
                || c >= 0xE0100 && c <= 0xE01EF;
    }
}
