package it.dgc.common.spring.access;

import java.util.Collections;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Default deny: what is open answers on the plain port, what is institutional on the other, and nothing else at all. */
final class EndpointAccess implements AuthorizationManager<RequestAuthorizationContext> {

    private final Endpoints endpoints;
    private final InstitutionalPort port;

    EndpointAccess(Endpoints endpoints, InstitutionalPort port) {
        this.endpoints = endpoints;
        this.port = port;
    }

    @Override
    public AuthorizationResult authorize(Supplier<? extends Authentication> caller,
            RequestAuthorizationContext asked) {
        HttpServletRequest request = asked.getRequest();
        return new AuthorizationDecision(
                port.received(request) ? holdsARole(caller.get(), request) : endpoints.opens(request));
    }

    private boolean holdsARole(Authentication caller, HttpServletRequest request) {
        return caller != null
                && !Collections.disjoint(endpoints.rolesFor(request), Caller.rolesOf(caller));
    }
}
