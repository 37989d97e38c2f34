package it.dgc.portal.pages.site;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Makes pages: each has a frame. */
@Component
public class PageViews {

    private final Assets assets;

    PageViews(Assets assets) {
        this.assets = assets;
    }

    /**
     * @param template what is in the frame
     * @param page where the reader is
     * @param language of all texts
     * @param status of the answer
     * @param content for the template
     */
    public ModelAndView view(String template, Page page, PageLanguage language, HttpStatus status,
            Map<String, ?> content) {
        ModelAndView view = new ModelAndView(template, content);
        view.addObject("frame", new Frame(page, language, assets));
        view.setStatus(status);
        return view;
    }

    /** @return the language of the address that was asked for; else the one that the reader prefers */
    public static PageLanguage language(HttpServletRequest request) {
        return PageLanguage.ofPath(request.getRequestURI())
                .orElseGet(() -> PageLanguage.preferred(request.getHeader("Accept-Language")));
    }
}
