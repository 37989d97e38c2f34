package it.dgc.portal.pages.site;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The pages that only tell something, and the ways to them. */
@Controller
class SiteController {

    private final PageViews views;
    private final AccessibilityContact contact;

    SiteController(PageViews views, AccessibilityContact contact) {
        this.views = views;
        this.contact = contact;
    }

    /** Out: 302 to the first page in the language that the browser prefers. */
    @GetMapping("/")
    void choose(HttpServletRequest request, HttpServletResponse response) {
        lead(Page.HOME, request, response);
    }

    /** Out: 302 to questions and answers. Verification apps know this address from the platform's settings, and add an anchor. */
    @GetMapping("/web/faq.html")
    void questions(HttpServletRequest request, HttpServletResponse response) {
        lead(Page.QUESTIONS, request, response);
    }

    /** Out: 200 with what can be done here. */
    @GetMapping("/{language:it|en|de|fr}")
    ModelAndView home(HttpServletRequest request) {
        return views.view("home", Page.HOME, PageViews.language(request), HttpStatus.OK, Map.of());
    }

    /** Out: 200 with a text. */
    @GetMapping("/{language:it|en|de|fr}/{slug:che-cos-e|domande-frequenti|privacy|accessibilita}")
    ModelAndView text(HttpServletRequest request) {
        Page page = Page.ofPath(request.getRequestURI())
                .orElseThrow(() -> new PageRefusal(PageRefusal.Reason.NOT_FOUND));
        Map<String, ?> content = page == Page.ACCESSIBILITY && contact.address() != null
                ? Map.of("contact", contact.address())
                : Map.of();
        return views.view("text", page, PageViews.language(request), HttpStatus.OK, content);
    }

    /** Error: 405 where there is a page, 404 where there is none. */
    @RequestMapping("/{language:it|en|de|fr}/**")
    ModelAndView none(HttpServletRequest request) {
        throw new PageRefusal(Page.ofPath(request.getRequestURI()).isPresent()
                ? PageRefusal.Reason.METHOD
                : PageRefusal.Reason.NOT_FOUND);
    }

    private static void lead(Page page, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.LOCATION,
                page.path(PageLanguage.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
    }
}
