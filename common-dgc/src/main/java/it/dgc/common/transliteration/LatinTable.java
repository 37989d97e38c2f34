package it.dgc.common.transliteration;

import java.util.Optional;

/**
 * Latin capitals that do not simply lose an accent: ICAO Doc 9303 part 3, section 6, table A.
 *
 * <p>Of the spellings that the norm offers (Ä, Å, Ö, Ü, Ñ) the first is taken. Unicode letters beyond the norm's table
 * are read as the letter they are drawn from; those of Latin Extended-B that are drawn from none (clicks, glottal
 * stops, {@code ƛ}, {@code ƪ}, {@code ƻ}, {@code ƾ}) have no row.
 */
final class LatinTable {

    private static final Rows ICAO = Rows.of("""
            Ä=AE Å=AA Æ=AE Ð=D  Ñ=N  Ö=OE Ø=OE Ü=UE Þ=TH ẞ=SS
            Đ=D  Ħ=H  Ĳ=IJ Ŀ=L  Ł=L  Ŋ=N  Œ=OE Ŧ=T
            """);

    /** Kra is spelt q since the Greenlandic reform of 1973; the tone letters of Zhuang became Z, Q, H in 1982. */
    private static final Rows BEYOND_ICAO = Rows.of("""
            ĸ=Q
            Ɓ=B  Ƃ=B  Ƀ=B  Ɔ=O  Ƈ=C  Ȼ=C  Ɖ=D  Ɗ=D  Ƌ=D  ƍ=D  ȡ=D  Ǝ=E  Ə=E  Ɛ=E  Ɇ=E  Ƒ=F
            Ɠ=G  Ɣ=G  Ǥ=G  Ƣ=GH Ƕ=HV Ɩ=I  Ɨ=I  Ɉ=J  ȷ=J  Ƙ=K  Ƚ=L  ȴ=L  Ɯ=M  Ɲ=N  Ƞ=N  ȵ=N
            Ɵ=O  Ȣ=OU Ƥ=P  Ɋ=Q  Ʀ=R  Ɍ=R  Ʃ=S  ƫ=T  Ƭ=T  Ʈ=T  Ⱦ=T  ȶ=T  Ʊ=U  Ʉ=U  Ʋ=V  Ʌ=V
            Ƿ=W  Ƴ=Y  Ɏ=Y  Ȝ=Y  Ƶ=Z  Ȥ=Z  Ʒ=Z  Ƹ=Z  ƺ=Z  Ⱥ=A  ȸ=DB ȹ=QP
            Ȿ=S  Ɀ=Z  Ƨ=Z  Ƽ=Q  Ƅ=H
            ẜ=S  ẝ=S  ẟ=D  Ỻ=LL Ỽ=V  Ỿ=Y
            """);

    private LatinTable() {}

    static Optional<String> mrz(int letter) {
        if (letter >= 'A' && letter <= 'Z') {
            return Optional.of(Character.toString(letter));
        }
        return ICAO.mrz(letter).or(() -> BEYOND_ICAO.mrz(letter));
    }
}
