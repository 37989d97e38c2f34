package it.dgc.common.spring.access;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Names the caller by the certificate of the TLS connection (ModI ID_AUTH_CHANNEL). Header fields are not looked at:
 * the connection ends here, so nobody in front could know better.
 */
final class CallerFilter extends OncePerRequestFilter {

    /** Jakarta Servlet 6.1, section 3.10: set by the container from the connection. */
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private final InstitutionalPort port;
    private final Callers callers;
    private final Clock clock;

    CallerFilter(InstitutionalPort port, Callers callers, Clock clock) {
        this.port = port;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (port.received(request)) {
            certificate(request).map(callers::of).ifPresent(CallerFilter::remember);
        }
        chain.doFilter(request, response);
    }

    /** A resumed TLS session does not check the dates again. */
    private Optional<X509Certificate> certificate(HttpServletRequest request) {
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0
                && !clock.instant().isAfter(chain[0].getNotAfter().toInstant())
                        ? Optional.of(chain[0])
                        : Optional.empty();
    }

    private static void remember(Caller caller) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(caller.authentication());
        SecurityContextHolder.setContext(context);
    }
}
