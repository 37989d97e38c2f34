package it.dgc.common.transliteration;

import java.util.Optional;

/**
 * Cyrillic capitals as any language reads them: ICAO Doc 9303 part 3, section 6, table B.
 *
 * <p>Ѓ has no row in the norm and is G here, the letter without its accent. The Bulgarian reading of Щ is not used,
 * because no letter belongs to Bulgarian alone.
 *
 * @see CyrillicLanguage
 */
final class CyrillicTable {

    private static final Rows ROWS = Rows.of("""
            Ё=E  Ђ=D  Ѓ=G  Є=IE Ѕ=DZ І=I  Ї=I  Ј=J  Љ=LJ Њ=NJ Ћ=C  Ќ=K  Ў=U  Џ=DZ
            А=A  Б=B  В=V  Г=G  Д=D  Е=E  Ж=ZH З=Z  И=I  Й=I  К=K  Л=L  М=M  Н=N  О=O  П=P
            Р=R  С=S  Т=T  У=U  Ф=F  Х=KH Ц=TS Ч=CH Ш=SH Щ=SHCH Ъ=IE Ы=Y Ь=   Э=E  Ю=IU Я=IA
            Ѫ=U  Ѵ=Y  Ґ=G  Ғ=G  Һ=C
            """);

    private CyrillicTable() {}

    static Optional<String> mrz(int letter) {
        return ROWS.mrz(letter);
    }
}
