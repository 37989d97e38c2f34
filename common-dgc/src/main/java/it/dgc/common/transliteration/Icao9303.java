package it.dgc.common.transliteration;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import it.dgc.common.transliteration.Transliteration.Mapped;
import it.dgc.common.transliteration.Transliteration.Unmappable;

import static java.util.stream.Collectors.joining;

/**
 * Standardised names as ICAO Doc 9303 part 3 prescribes them: section 4.6 for punctuation, fillers and length,
 * section 6 for the letters. The steps: compose and write in capitals (1), leave out punctuation (2), write fillers
 * between components (3), write each letter by its table (4), collapse fillers and cut (5).
 *
 * <p>Where the norm leaves a choice or is silent:
 * <ul>
 * <li>apostrophes and the signs typed in their place join what they part; so does punctuation in general, read as
 * Unicode's general category P; invisible format characters are passed over; digits and symbols have no mapping;</li>
 * <li>a letter that bears more accents than its row ({@code Ǟ}) is read as the row and a lost accent;</li>
 * <li>a compatibility letter (full width, Arabic presentation form) is read as the letter it stands for;</li>
 * <li>the cut counts characters of the result, so it may part the letters written for one character.</li>
 * </ul>
 */
public final class Icao9303 {

    private static final Pattern TRAILING_FILLER = Pattern.compile("<+$");

    private Icao9303() {}

    /**
     * Writes one field of a name, surname or given names, in letters of the machine readable zone.
     *
     * @param name the field in any script and any Unicode normalisation form; not {@code null}, may be empty
     * @return the standardised name, or the characters that keep the name from being written
     */
    public static Transliteration transliterate(String name) {
        Optional<String> mrz = Latin1Names.mrz(name);
        return mrz.isPresent() ? new Mapped(mrz.get()) : byTheTables(name);
    }

    /**
     * @param name as in {@link #transliterate}
     * @return whether it has a standardised form
     */
    public static boolean isMappable(String name) {
        return Latin1Names.isWritten(name) || byTheTables(name) instanceof Mapped;
    }

    /**
     * @param mrz what may be the standardised form
     * @param name as in {@link #transliterate}
     * @return whether {@code mrz} is what is written for the name
     */
    public static boolean isTransliteration(String mrz, String name) {
        return Latin1Names.isWrittenAs(mrz, name)
                || transliterate(name) instanceof Mapped mapped && mapped.mrz().equals(mrz);
    }

    static Transliteration byTheTables(String name) {
        String composed = composed(name);
        List<Integer> unmappable = unmappable(composed);
        return unmappable.isEmpty() ? written(upperCased(composed)) : new Unmappable(unmappable);
    }

    private static List<Integer> unmappable(String composed) {
        return composed.codePoints().filter(character -> !isMappable(character)).distinct().boxed().toList();
    }

    private static boolean isMappable(int character) {
        return upperCased(Character.toString(character)).codePoints().allMatch(Icao9303::isKnown);
    }

    private static boolean isKnown(int upperCased) {
        return switch (CharacterRole.of(upperCased)) {
            case FILLER, OMITTED -> true;
            // Which language a name is in changes what a letter becomes, never whether it has a row.
            case LETTER, MARK -> new LetterReader(CyrillicLanguage.UNSPECIFIED).mrz(upperCased, false).isPresent();
            case OTHER -> false;
        };
    }

    private static Transliteration written(String upperCased) {
        var letters = new LetterReader(CyrillicLanguage.of(upperCased));
        String mrz = cut(components(upperCased).map(letters::component).filter(Predicate.not(String::isEmpty))
                .collect(joining("<")));
        return mrz.isEmpty() ? new Unmappable(List.of()) : new Mapped(mrz);
    }

    /** Step 1. */
    private static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** Step 1. Composed again, because {@code ΰ} and others have no capital of one character. */
    private static String upperCased(String composed) {
        return composed(composed.toUpperCase(Locale.ROOT));
    }

    /** Steps 2 and 3. Parts without a letter fall out in step 5. */
    private static Stream<String> components(String upperCased) {
        String parted = upperCased.codePoints().mapToObj(Icao9303::withoutPunctuation).collect(joining());
        return Stream.of(parted.split("<"));
    }

    private static String withoutPunctuation(int character) {
        return switch (CharacterRole.of(character)) {
            case FILLER -> "<";
            case OMITTED -> "";
            default -> Character.toString(character);
        };
    }

    /** Step 5: fillers are single already, and none stands in front. */
    private static String cut(String mrz) {
        String within = mrz.substring(0, Math.min(mrz.length(), Mapped.MAX_LENGTH));
        return TRAILING_FILLER.matcher(within).replaceFirst("");
    }
}
