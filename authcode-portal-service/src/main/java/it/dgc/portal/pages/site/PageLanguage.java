package it.dgc.portal.pages.site;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages of the pages; each is the first part of their addresses. */
public enum PageLanguage {
    /** Italian, for whoever asks for nothing else. */
    IT,
    /** English. */
    EN,
    /** German. */
    DE,
    /** French. */
    FR;

    /** Characters; browsers send some 50. */
    private static final int LONGEST_WISH = 500;

    /** @return two small letters, as in addresses */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return for texts */
    public Locale locale() {
        return Locale.forLanguageTag(code());
    }

    /** @return the language of an address, if it names one */
    public static Optional<PageLanguage> ofPath(String path) {
        String[] parts = path.split("/", 3);
        return parts.length < 2
                ? Optional.empty()
                : Arrays.stream(values()).filter(language -> language.code().equals(parts[1])).findFirst();
    }

    /**
     * @param acceptLanguage the header (RFC 9110, 12.5.4); may be {@code null}, or anything
     * @return what suits best; Italian where nothing does
     */
    public static PageLanguage preferred(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > LONGEST_WISH) {
            return IT;
        }
        try {
            List<Locale> known = Arrays.stream(values()).map(PageLanguage::locale).toList();
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), known))
                    .flatMap(found -> ofPath("/" + found.getLanguage())).orElse(IT);
        } catch (IllegalArgumentException unreadable) {
            return IT;
        }
    }
}
