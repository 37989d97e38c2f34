package it.dgc.common.transliteration;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Greek capitals by ELOT 743 (second edition, 2001), type 2, the transcription that is in ISO 843:1997 too and that
 * Greek passports bear. ICAO Doc 9303 part 3 has no table of Greek.
 *
 * <p>A pair of vowels is a digraph only without an accent on the first and without diaeresis on the second. An iota
 * subscript is written after its vowel, as Unicode's capitals have it.
 */
final class GreekTable {

    private static final Rows ROWS = Rows.of("""
            Α=A  Β=V  Γ=G  Δ=D  Ε=E  Ζ=Z  Η=I  Θ=TH Ι=I  Κ=K  Λ=L  Μ=M
            Ν=N  Ξ=X  Ο=O  Π=P  Ρ=R  Σ=S  Τ=T  Υ=Y  Φ=F  Χ=CH Ψ=PS Ω=O
            """);

    private static final String NO_DIAERESIS = "(?!\\p{Mn}*\\u0308)";

    /** The pairs in the order in which they are sought, in decomposed text (NFD). */
    private static final List<Pair> PAIRS = List.of(new Pair("^ΜΠ|ΜΠ$", "B"), new Pair("Γ(?=[ΓΞΧ])", "N"),
            new Pair("([ΑΕΗ])Υ" + NO_DIAERESIS + "(?=\\p{Mn}*(?:[ΘΚΞΠΣΤΦΧΨ]|$))", "$1F"),
            new Pair("([ΑΕΗ])Υ" + NO_DIAERESIS, "$1V"), new Pair("ΟΥ" + NO_DIAERESIS, "OU"));

    private GreekTable() {}

    static Optional<String> mrz(int letter) {
        return ROWS.mrz(letter);
    }

    /** Writes the letters of a component that are read in pairs; all else stays as it is. */
    static String pairsWritten(String component) {
        String text = Normalizer.normalize(component, Normalizer.Form.NFD);
        for (Pair pair : PAIRS) {
            text = pair.written(text);
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private record Pair(Pattern letters, String replacement) {

        Pair(String letters, String replacement) {
            this(Pattern.compile(letters), replacement);
        }

        String written(String text) {
            return letters.matcher(text).replaceAll(replacement);
        }
    }
}
