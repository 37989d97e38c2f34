package it.dgc.common.transliteration;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** What a character does in a name, before any table is asked: ICAO Doc 9303 part 3, section 4.6. */
enum CharacterRole {

    /** Becomes a filler: white space, hyphens, commas. */
    FILLER,
    /** Is left out and joins its neighbours: apostrophes, other punctuation, invisible format characters. */
    OMITTED,
    /** An accent of the letter before it. */
    MARK,
    /** Has a row in a table, or is to be reported. */
    LETTER,
    /** Digits, symbols, controls, half surrogates: to be reported. */
    OTHER;

    /** Commas of the scripts with a table and full width, minus signs typed as hyphens, and the next-line control. */
    private static final String SEPARATORS = ",\u060C\u3001\uFE50\uFF0C\u2212\u02D7\u2043\u0085";

    /** Apostrophes and what is typed for them, where Unicode counts the sign as a letter or a symbol. */
    private static final String APOSTROPHES = "`\u00B4\u02B9\u02BB\u02BC\u02BD\u02BE\u02BF";

    private static final Set<UnicodeScript> SCRIPTS_OF_MARKS = EnumSet.of(UnicodeScript.INHERITED, UnicodeScript.LATIN,
            UnicodeScript.CYRILLIC, UnicodeScript.GREEK, UnicodeScript.ARABIC);

    static CharacterRole of(int character) {
        if (isFiller(character)) {
            return FILLER;
        }
        if (isOmitted(character)) {
            return OMITTED;
        }
        if (isMark(character)) {
            return MARK;
        }
        return Character.isLetter(character) ? LETTER : OTHER;
    }

    private static boolean isFiller(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character)
                || Character.getType(character) == Character.DASH_PUNCTUATION || SEPARATORS.indexOf(character) >= 0;
    }

    private static boolean isOmitted(int character) {
        return APOSTROPHES.indexOf(character) >= 0 || switch (Character.getType(character)) {
            case Character.CONNECTOR_PUNCTUATION, Character.START_PUNCTUATION, Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION ->
                true;
            case Character.FORMAT -> isInvisible(character);
            default -> false;
        };
    }

    /** Arabic number signs and others are format characters too, but with a glyph. */
    private static boolean isInvisible(int format) {
        return format == 0x00AD || format == 0x061C || format == 0xFEFF || format >= 0x200B && format <= 0x206F;
    }

    /** Vowel signs of scripts without a table are letters in all but name: they are reported. */
    private static boolean isMark(int character) {
        return Character.getType(character) == Character.NON_SPACING_MARK
                && SCRIPTS_OF_MARKS.contains(UnicodeScript.of(character));
    }
}
