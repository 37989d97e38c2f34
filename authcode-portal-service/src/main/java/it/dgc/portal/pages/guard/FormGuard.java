package it.dgc.portal.pages.guard;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import it.dgc.portal.pages.site.Page;
import it.dgc.portal.pages.site.PageRefusal;
import it.dgc.portal.pages.site.PageRefusal.Reason;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets forms in that our own pages sent, and nothing else (reference: reliability T14). */
public final class FormGuard implements HandlerInterceptor {

    /** Bytes; a filled-in form has some 1,500. */
    private static final int LONGEST = 4096;

    private final FormTokens tokens;
    private final String origin;

    /**
     * @param tokens that forms must hold
     * @param origin under which browsers see us; {@code null} for the host that each request names
     */
    public FormGuard(FormTokens tokens, String origin) {
        this.tokens = tokens;
        this.origin = origin;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean form = "POST".equals(request.getMethod())
                && Page.ofPath(request.getRequestURI()).filter(Page::takesForms).isPresent();
        if (form) {
            require(isForm(request), Reason.MEDIA_TYPE);
            require(request.getContentLengthLong() >= 0 && request.getContentLengthLong() <= LONGEST, Reason.TOO_LARGE);
            require(request.getQueryString() == null, Reason.MALFORMED);
            require(isOurs(request) && tokens.isIn(request), Reason.FOREIGN);
        }
        return true;
    }

    private static void require(boolean given, Reason otherwise) {
        if (!given) {
            throw new PageRefusal(otherwise);
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        try {
            MediaType type = MediaType.parseMediaType(request.getContentType());
            return MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(type)
                    && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException isNone) {
            return false;
        }
    }

    /** Browsers say where a form came from, with one header or with both; who says nothing is no browser. */
    private boolean isOurs(HttpServletRequest request) {
        List<String> origins = Collections.list(request.getHeaders(HttpHeaders.ORIGIN));
        List<String> sites = Collections.list(request.getHeaders("Sec-Fetch-Site"));
        return !(origins.isEmpty() && sites.isEmpty())
                && origins.stream().allMatch(from -> isOwn(from, request.getHeader(HttpHeaders.HOST)))
                && sites.stream().allMatch("same-origin"::equals);
    }

    private boolean isOwn(String from, String host) {
        return origin == null
                ? from.equals("https://" + host) || from.equals("http://" + host)
                : from.equals(origin);
    }
}
