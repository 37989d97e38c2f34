package it.dgc.common.transliteration;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import static java.util.stream.Collectors.toUnmodifiableMap;

/**
 * Rows of a transliteration table: a capital letter, and what is written for it.
 *
 * @param byLetter code point of the letter, to {@code [A-Z]*}; an empty text is a letter that is not encoded
 */
record Rows(Map<Integer, String> byLetter) {

    /**
     * Reads rows {@code letter=text}, parted by white space.
     *
     * @param rows a letter is the character itself or its four hexadecimal digits
     * @throws IllegalStateException if a letter has two rows
     */
    static Rows of(String rows) {
        return new Rows(Stream.of(rows.split("\\s+")).filter(row -> !row.isEmpty()).map(row -> row.split("=", 2))
                .collect(toUnmodifiableMap(row -> letter(row[0]), row -> row[1])));
    }

    Optional<String> mrz(int letter) {
        return Optional.ofNullable(byLetter.get(letter));
    }

    private static int letter(String key) {
        return key.length() == 4 ? Integer.parseInt(key, 16) : key.codePointAt(0);
    }
}
