package it.dgc.common.person;

import java.text.Normalizer;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * One name of a person, family or given, in its own script (Allegato B, "Cognome e nome"; DCC JSON schema 1.3.0,
 * {@code nam.fn} and {@code nam.gn}: at most 80).
 *
 * <p>Making it normalises it: to NFC (hcert-spec 3.3.6), space separators to plain spaces, none at the ends. It must hold
 * a letter; marks, apostrophes, hyphens, spaces, dots, commas and middle dots may join in. Everything else is refused,
 * digits and joiners included.
 *
 * @param value 1 to 80 Unicode code points (the unit in which JSON Schema counts), after normalisation
 */
public record PersonName(String value) {

    /** Longest name that a certificate takes, in code points (DCC JSON schema, {@code maxLength}). */
    private static final int MAX_CODE_POINTS = 80;
    private static final int MASKED_GIVEN_LETTERS = 2;
    private static final int MASKED_FAMILY_LETTERS = 1;

    /** Why a text is no name. */
    public enum Problem {
        /** Nothing there, or no letter. */
        EMPTY,
        /** More than 80 code points. */
        TOO_LONG,
        /** A line break, another control character, or a format character such as a change of direction. */
        CONTROL_CHARACTER,
        /** A digit, symbol, half of a surrogate pair, or another character that no name has. */
        ILLEGAL_CHARACTER
    }

    /** @throws IllegalArgumentException if {@link #read} would refuse it; the message does not quote the value */
    public PersonName {
        value = value == null ? "" : normalised(value);
        problemOf(value).ifPresent(problem -> {
            throw new IllegalArgumentException("Not a name: " + problem);
        });
    }

    /**
     * @param text what may be a name; may be {@code null}
     * @return the name, or the first problem that was found
     */
    public static NameReading read(String text) {
        String candidate = text == null ? "" : normalised(text);
        Optional<Problem> problem = problemOf(candidate);
        return problem.isPresent()
                ? new NameReading.Refused(problem.get())
                : new NameReading.Accepted(new PersonName(candidate));
    }

    /**
     * The form in which a message names its receiver, so that a family sharing a phone can tell codes apart: two letters
     * of the given name, an asterisk, one letter of the family name ({@code MA*R}).
     *
     * @param given the given name
     * @param family the family name
     * @return 3 or 4 letters and asterisk, fewer letters where a name has fewer
     */
    public static String masked(PersonName given, PersonName family) {
        return given.firstLetters(MASKED_GIVEN_LETTERS) + "*" + family.firstLetters(MASKED_FAMILY_LETTERS);
    }

    private String firstLetters(int count) {
        return value.codePoints().filter(NameCharacters::isLetter).limit(count)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static String normalised(String text) {
        return trimmed(Normalizer.normalize(spaced(text), Normalizer.Form.NFC));
    }

    /** No space separator is above the basic plane, so characters need not be put together. */
    private static String spaced(String text) {
        String spaced = text;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && NameCharacters.isSpace(c)) {
                spaced = spaced.replace(c, ' ');
            }
        }
        return spaced;
    }

    /** Only spaces go: a line break at the end is no slip of the finger, and is refused. */
    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        return text.substring(from, to);
    }

    private static Optional<Problem> problemOf(String normalised) {
        if (normalised.isEmpty()) {
            return Optional.of(Problem.EMPTY);
        }
        if (normalised.codePointCount(0, normalised.length()) > MAX_CODE_POINTS) {
            return Optional.of(Problem.TOO_LONG);
        }
        if (any(normalised, NameCharacters::isControl)) {
            return Optional.of(Problem.CONTROL_CHARACTER);
        }
        if (any(normalised, c -> !NameCharacters.isAllowed(c))) {
            return Optional.of(Problem.ILLEGAL_CHARACTER);
        }
        return any(normalised, NameCharacters::isLetter) ? Optional.empty() : Optional.of(Problem.EMPTY);
    }

    private static boolean any(String text, IntPredicate sought) {
        int codePoint;
        for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            if (sought.test(codePoint)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "PersonName[masked]";
    }
}
