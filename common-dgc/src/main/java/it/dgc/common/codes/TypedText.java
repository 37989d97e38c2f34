package it.dgc.common.codes;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people type where a code is asked for: small letters, blanks and hyphens in between, also the typographic ones
 * that come with copied text.
 */
public final class TypedText {

    /** Longer input is no code but an attack or a mistake, and is not worth the work; in UTF-16 units. */
    private static final int MAX_LENGTH = 64;
    private static final Pattern SEPARATORS = Pattern.compile("[\\p{Z}\\p{Pd}\\t\\r\\n]");
    private static final Pattern LETTERS_AND_DIGITS = Pattern.compile("[A-Za-z0-9]+");

    private TypedText() {}

    /**
     * @param typed what was typed; may be {@code null}
     * @return the letters and digits in upper case, without separators; empty if there are none, if the text is longer
     * than 64 characters, or if it holds anything but {@code A-Z a-z 0-9} and separators (no other letter is ever
     * folded into one of these)
     */
    public static Optional<String> compact(String typed) {
        if (typed == null || typed.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String joined = SEPARATORS.matcher(typed).replaceAll("");
        return LETTERS_AND_DIGITS.matcher(joined).matches()
                ? Optional.of(joined.toUpperCase(Locale.ROOT))
                : Optional.empty();
    }

    /** Takes a leading word off, but only where exactly a code of the given length follows it. */
    static String withoutWord(String word, int codeLength, String compact) {
        boolean led = compact.length() == word.length() + codeLength && compact.startsWith(word);
        return led ? compact.substring(word.length()) : compact;
    }
}
