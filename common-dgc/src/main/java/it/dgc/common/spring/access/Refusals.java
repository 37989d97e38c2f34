package it.dgc.common.spring.access;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import it.dgc.common.problem.ProblemException;
import it.dgc.common.problem.ProblemType;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Tells a refusal as a problem (RFC 9457): the filter in front of all others writes it, and one line to the log. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private final Endpoints endpoints;

    Refusals(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** No challenge goes with it (RFC 9110, 15.5.2): there is no scheme for what a connection would have to show. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) {
        throw new ProblemException(ProblemType.UNAUTHENTICATED);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why) {
        Set<String> methods = endpoints.methodsFor(Caller.rolesOf(caller()), request);
        if (methods.isEmpty()) {
            throw new ProblemException(ProblemType.FORBIDDEN);
        }
        response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
        throw new ProblemException(ProblemType.METHOD_NOT_ALLOWED);
    }

    /** A path that two readers could read in two ways. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException why) {
        throw new ProblemException(ProblemType.INVALID_REQUEST);
    }

    private static Authentication caller() {
        return SecurityContextHolder.getContext().getAuthentication();
    }
}
