package it.dgc.portal.pages.site;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Shows readers who mistyped an address a page, where programs are told a problem. It stands before access is decided and lets nobody
 * any further: all such addresses lead to one page, which says that there is none.
 */
public final class WrongAddressFilter extends OncePerRequestFilter {

    /** First parts of addresses that are not pages; of pages, it is the language. */
    private static final Set<String> NOT_PAGES = Set.of("", "actuator", "assets", "error", "v1", "web");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return !"GET".equals(request.getMethod()) || accept == null || !accept.contains(MediaType.TEXT_HTML_VALUE)
                || NOT_PAGES.contains(firstPart(path)) || PageLanguage.ofPath(path).isPresent();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String language = PageLanguage.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)).code();
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE);
        request.getRequestDispatcher("/" + language + "/404").forward(request, response);
    }

    private static String firstPart(String path) {
        String[] parts = path.split("/", 3);
        return parts.length < 2 ? "" : parts[1];
    }
}
