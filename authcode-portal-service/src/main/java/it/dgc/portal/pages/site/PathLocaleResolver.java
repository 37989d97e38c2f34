package it.dgc.portal.pages.site;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The language of a page stands in its address, so that who sends it on sends it in the language that was read. */
public final class PathLocaleResolver extends AcceptHeaderLocaleResolver {

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return PageViews.language(request).locale();
    }
}
