package it.dgc.common.transliteration;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * Step 4: what is written for each letter of a name in one language; ICAO Doc 9303 part 3, section 6. Scripts may be
 * mixed, each letter is read by the table of its own.
 *
 * @param language of the name's Cyrillic letters
 */
record LetterReader(CyrillicLanguage language) {

    /** Writes a component of letters and marks, all known, in capitals and composed (NFC). */
    String component(String component) {
        String text = ArabicTable.finalTehMarbutaWritten(GreekTable.pairsWritten(component));
        var mrz = new StringBuilder();
        String last = "";
        for (int character : text.codePoints().toArray()) {
            String written = character == ArabicTable.SHADDA ? last : mrz(character, mrz.isEmpty()).orElseThrow();
            mrz.append(written);
            // A shadda may sit on the stretched line (tatweel) after its letter.
            last = written.isEmpty() ? last : written;
        }
        return mrz.toString();
    }

    /** What is written for a capital letter or a mark; nothing where no table knows it. */
    Optional<String> mrz(int character, boolean isFirst) {
        return CharacterRole.of(character) == CharacterRole.MARK ? Optional.of("") : ofLetter(character, isFirst);
    }

    private Optional<String> ofLetter(int letter, boolean isFirst) {
        return LatinTable.mrz(letter).or(() -> language.mrz(letter, isFirst)).or(() -> GreekTable.mrz(letter))
                .or(() -> ArabicTable.mrz(letter)).or(() -> withoutLastAccent(letter, isFirst))
                .or(() -> asCommonLetters(letter, isFirst));
    }

    private Optional<String> withoutLastAccent(int letter, boolean isFirst) {
        String text = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD);
        int last = text.offsetByCodePoints(text.length(), -1);
        return last > 0 && CharacterRole.of(text.codePointAt(last)) == CharacterRole.MARK
                ? mrz(Normalizer.normalize(text.substring(0, last), Normalizer.Form.NFC).codePointAt(0), isFirst)
                : Optional.empty();
    }

    private Optional<String> asCommonLetters(int letter, boolean isFirst) {
        String common = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKC);
        String upperCased = Normalizer.normalize(common.toUpperCase(Locale.ROOT), Normalizer.Form.NFC);
        return upperCased.equals(Character.toString(letter)) ? Optional.empty() : all(upperCased, isFirst);
    }

    private Optional<String> all(String letters, boolean isFirst) {
        Optional<String> written = Optional.of("");
        for (int letter : letters.codePoints().toArray()) {
            boolean stillFirst = isFirst && written.filter(String::isEmpty).isPresent();
            written = written.flatMap(before -> mrz(letter, stillFirst).map(before::concat));
        }
        return written;
    }
}
