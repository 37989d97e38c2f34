package it.dgc.portal.pages.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

/** Headers of all pages: nothing foreign, no cache, no frame, no index but of what tells nothing about anybody. */
public final class PageHeaders implements HandlerInterceptor {

    /** Content Security Policy Level 3; {@code data:} is for the QR code and the images within the style sheet. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; media-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'self';"
            + " frame-ancestors 'none'; base-uri 'none'";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader("Content-Security-Policy", POLICY);
        // no-referrer would make browsers send our own forms with "Origin: null" (Fetch standard, 3.2).
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if ("POST".equals(request.getMethod()) || request.getRequestURI().contains("/download/")) {
            response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        }
        return true;
    }
}
