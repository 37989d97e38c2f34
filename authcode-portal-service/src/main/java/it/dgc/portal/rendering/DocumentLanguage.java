package it.dgc.portal.rendering;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** "Lingua certificazione" (Allegato B, tables 3 and 4): Italian and English always, German or French beside them. */
public enum DocumentLanguage {

    /** Italian and English. */
    IT,
    /** Italian and English. */
    EN,
    /** Italian, German and English. */
    DE,
    /** Italian, French and English. */
    FR;

    /** @return the code in forms and messages: {@code it}, {@code en}, {@code de} or {@code fr} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The languages on the document: the first is that of the document as a whole. */
    List<DocumentLanguage> shown() {
        return Stream.of(IT, this, EN).distinct().toList();
    }
}
