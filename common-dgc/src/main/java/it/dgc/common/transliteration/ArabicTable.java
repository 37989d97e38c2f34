package it.dgc.common.transliteration;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Letters of the Arabic script: ICAO Doc 9303 part 3, section 6, table C. By code point, since the letters themselves
 * would turn the rows round.
 */
final class ArabicTable {

    /** Writes the letter below it once more. */
    static final int SHADDA = 0x0651;

    private static final Pattern FINAL_TEH_MARBUTA = Pattern.compile("\u0629(?=\\p{Mn}*$)");

    private static final Rows ARABIC = Rows.of("""
            0621=XE  0622=XAA 0623=XAE 0624=U   0625=I   0626=XI  0627=A   0628=B   0629=XTA 062A=T
            062B=XTH 062C=J   062D=XH  062E=XKH 062F=D   0630=XDH 0631=R   0632=Z   0633=S   0634=XSH
            0635=XSS 0636=XDZ 0637=XTT 0638=XZZ 0639=E   063A=G   0641=F   0642=Q   0643=K   0644=L
            0645=M   0646=N   0647=H   0648=W   0649=XAY 064A=Y   0671=XXA
            """);

    /** Persian, Urdu, Pashto and their neighbours. */
    private static final Rows EXTENDED = Rows.of("""
            0679=XXT 067C=XRT 067E=P   0681=XKE 0685=XXH 0686=XC  0688=XXD 0689=XDR 0691=XXR 0693=XRR
            0696=XRX 0698=XJ  069A=XXS 06A9=XKK 06AB=XXK 06AD=XNG 06AF=XGG 06BA=XNN 06BC=XXN 06BE=XDO
            06C0=XYH 06C1=XXG 06C2=XGE 06C3=XTG 06CC=XYA 06CD=XXY 06D0=Y   06D2=XYB 06D3=XBE
            """);

    private static final Rows NOT_ENCODED = Rows.of("0640=");

    private ArabicTable() {}

    static Optional<String> mrz(int letter) {
        return ARABIC.mrz(letter).or(() -> EXTENDED.mrz(letter)).or(() -> NOT_ENCODED.mrz(letter));
    }

    /** Writes the teh marbuta that ends a component; all else stays as it is. */
    static String finalTehMarbutaWritten(String component) {
        return FINAL_TEH_MARBUTA.matcher(component).replaceFirst("XAH");
    }
}
