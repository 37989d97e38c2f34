package it.dgc.common.spring.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/**
 * An institution behind a certificate that a trusted authority signed.
 *
 * @param name the subject alternative name by which it is known
 * @param roles what it may be; empty for a stranger
 */
record Caller(String name, Set<Role> roles) {

    /** The authority vouches for somebody, but nobody here has heard of him. */
    static final Caller STRANGER = new Caller("stranger", Set.of());

    Authentication authentication() {
        Set<GrantedAuthority> authorities = roles.stream().map(role -> new SimpleGrantedAuthority(role.authority()))
                .collect(Collectors.toSet());
        return new PreAuthenticatedAuthenticationToken(name, "", authorities);
    }

    static Set<Role> rolesOf(Authentication authentication) {
        Collection<String> held = authentication.getAuthorities().stream().map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        return Arrays.stream(Role.values()).filter(role -> held.contains(role.authority()))
                .collect(Collectors.toSet());
    }
}
