package it.dgc.portal.api;

import java.util.Collections;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import it.dgc.common.problem.ProblemException;
import it.dgc.common.problem.ProblemType;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

/** What holds for every question: its origin is ours or none, nobody asks before, and nothing stands in its address that is not asked for. */
final class ApiGuard implements HandlerInterceptor {

    private static final Set<String> PARAMETERS = Set.of("form", "kind", "language");

    private final String origin;

    /** @param origin under which browsers see us; {@code null}: no browser's script may ask */
    ApiGuard(String origin) {
        this.origin = origin;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if ("OPTIONS".equals(request.getMethod())) {
            response.setStatus(ProblemType.FORBIDDEN.status());
            return false;
        }
        if (!Collections.list(request.getHeaders(HttpHeaders.ORIGIN)).stream().allMatch(from -> from.equals(origin))) {
            throw new ProblemException(ProblemType.FORBIDDEN);
        }
        boolean isPost = "POST".equals(request.getMethod());
        if (isPost && request.getQueryString() != null
                || !isPost && !PARAMETERS.containsAll(request.getParameterMap().keySet())) {
            throw new ProblemException(ProblemType.INVALID_REQUEST);
        }
        return true;
    }
}
