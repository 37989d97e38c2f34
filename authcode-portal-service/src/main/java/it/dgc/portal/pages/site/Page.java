package it.dgc.portal.pages.site;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The pages. The last part of an address is the same in all languages, and tells nothing about who asks for it. */
public enum Page {
    /** What can be done here. */
    HOME(""),
    /** Recovery of the AUTHCODE (Allegato B, Table 3). */
    AUTHCODE("authcode"),
    /** The certificate by AUTHCODE or CUEV. */
    WITH_CODE("certificazione"),
    /** The certificate of who has no health card (Allegato B, Table 4). */
    NO_CARD("senza-tessera"),
    /** What the certificate is. */
    ABOUT("che-cos-e", "certificazione", "cosa-contiene", "validita", "ricevere", "controllo"),
    /** Questions and answers. */
    QUESTIONS("domande-frequenti", "codice", "dati", "tessera", "captcha", "tentativi", "lingua", "link", "avviso",
            "errori", "revoca", "verifica19"),
    /** What becomes of personal data. */
    PRIVACY("privacy", "titolare", "dati", "scopo", "conservazione", "destinatari", "diritti", "cookie"),
    /** The statement of Legge 4/2004. */
    ACCESSIBILITY("accessibilita", "stato", "prove", "limiti", "segnalazioni", "difensore");

    private final String slug;
    private final List<String> sections;

    Page(String slug, String... sections) {
        this.slug = slug;
        this.sections = List.of(sections);
    }

    /** @return the last part of the address; empty for the first page */
    public String slug() {
        return slug;
    }

    /** @return anchors and keys of what it tells, in their order; none where it is no text */
    public List<String> sections() {
        return sections;
    }

    /** @return the first part of the keys of its texts */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return whether it has a form */
    public boolean takesForms() {
        return this == AUTHCODE || this == WITH_CODE || this == NO_CARD;
    }

    /** @return the address */
    public String path(PageLanguage language) {
        return this == HOME ? "/" + language.code() : "/" + language.code() + "/" + slug;
    }

    /** @return the page at an address, in whatever language */
    public static Optional<Page> ofPath(String path) {
        return PageLanguage.ofPath(path)
                .flatMap(language -> Arrays.stream(values()).filter(page -> page.path(language).equals(path))
                        .findFirst());
    }
}
