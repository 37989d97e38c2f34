package it.dgc.portal.pages.site;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Tells failures of pages as pages; those of programs' interfaces remain problems (RFC 9457). */
@ControllerAdvice("it.dgc.portal.pages")
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrorAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(PageErrorAdvice.class);
    /** Seconds. */
    private static final String COME_BACK_AFTER = "120";
    /** Seconds; captchas are counted by the minute. */
    private static final String ROOM_AFTER = "60";

    private final PageViews views;

    PageErrorAdvice(PageViews views) {
        this.views = views;
    }

    @ExceptionHandler
    ModelAndView onRefusal(PageRefusal e, HttpServletRequest request, HttpServletResponse response) {
        switch (e.reason()) {
            case METHOD -> response.setHeader(HttpHeaders.ALLOW, "GET, HEAD");
            case TOO_MANY -> response.setHeader(HttpHeaders.RETRY_AFTER, ROOM_AFTER);
            case TRY_LATER -> response.setHeader(HttpHeaders.RETRY_AFTER, COME_BACK_AFTER);
            default -> LOG.debug("a page was refused: {}", e.reason());
        }
        return page(e.reason(), request);
    }

    /** Its message may quote what was typed. */
    @ExceptionHandler
    ModelAndView onSurprise(Exception e, HttpServletRequest request) {
        LOG.error("a page failed: {}", e.getClass().getName());
        return page(PageRefusal.Reason.INTERNAL, request);
    }

    private ModelAndView page(PageRefusal.Reason reason, HttpServletRequest request) {
        Page shown = Page.ofPath(request.getRequestURI()).orElse(Page.HOME);
        return views.view("error", shown, PageViews.language(request), reason.status(),
                Map.of("reason", reason.key(), "status", reason.status().value()));
    }
}
