package it.dgc.common.transliteration;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Languages with rows of their own in ICAO Doc 9303 part 3, section 6, table B, told by letters that no other has.
 *
 * <p>A name is judged as a whole. The order settles letters that two languages share: Џ is Macedonian beside Ѓ, Ќ or
 * Ѕ and Serbian without them; Ґ is Belarusian beside Ў. Without any such letter the common rows hold.
 */
enum CyrillicLanguage {

    MACEDONIAN("ЃЌЅ", "Ѓ=GJ Ќ=KJ Ғ=GJ Џ=DJ Х=H Ц=C", ""), SERBIAN("ЂЋЏ", "Г=H Ж=Z Х=H Ц=C Ч=C Ш=S", ""), BELARUSIAN("Ў",
            "Г=H Ё=IO", ""), UKRAINIAN("ҐЄЇ", "Г=H И=Y", "Є=YE Ї=YI Й=Y Ю=YU Я=YA"), UNSPECIFIED("", "", "");

    private final String distinctive;
    private final Rows own;
    private final Rows first;

    CyrillicLanguage(String distinctive, String own, String first) {
        this.distinctive = distinctive;
        this.own = Rows.of(own);
        this.first = Rows.of(first);
    }

    /** Reads the language off a whole name in capitals, composed (NFC). */
    static CyrillicLanguage of(String name) {
        return Stream.of(values()).filter(language -> language.isToldBy(name)).findFirst().orElse(UNSPECIFIED);
    }

    /** What is written for a letter, which may be the first of a component of the name. */
    Optional<String> mrz(int letter, boolean isFirst) {
        Optional<String> initial = isFirst ? first.mrz(letter) : Optional.empty();
        return initial.or(() -> own.mrz(letter)).or(() -> CyrillicTable.mrz(letter));
    }

    private boolean isToldBy(String name) {
        return name.chars().anyMatch(letter -> distinctive.indexOf(letter) >= 0);
    }
}
