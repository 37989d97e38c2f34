package it.dgc.portal.pages.site;

import java.util.List;

/**
 * What stands around the content of a page: all that its header, footer and language switch must know.
 *
 * @param page to which the language switch leads
 * @param language of the page
 * @param assets for its parts
 */
public record Frame(Page page, PageLanguage language, Assets assets) {

    /** @return the address of another page in the same language */
    public String path(String other) {
        return Page.valueOf(other).path(language);
    }

    /** @return the address of this page in another language */
    public String in(PageLanguage other) {
        return page.path(other);
    }

    /** @return all languages */
    public List<PageLanguage> languages() {
        return List.of(PageLanguage.values());
    }

    /** @return the address of a part */
    public String asset(String name) {
        return assets.path(name);
    }

    /** @return {@code page} for the page that is shown, as {@code aria-current} has it; else nothing */
    public String current(String other) {
        return page.name().equals(other) ? "page" : null;
    }
}
