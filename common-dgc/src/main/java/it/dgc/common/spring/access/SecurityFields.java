package it.dgc.common.spring.access;

import java.util.Map;

/** Fields that security adds to every answer (reliability P24). */
public final class SecurityFields {

    /** Nothing that a service answers is a page with parts; one that is says so by a header of its own. */
    static final String NO_PARTS = "default-src 'none'; frame-ancestors 'none'";

    private SecurityFields() {}

    /** @return value by name, for whoever answers before security is asked */
    public static Map<String, String> ofAllAnswers() {
        return Map.of("X-Content-Type-Options", "nosniff", "Content-Security-Policy", NO_PARTS);
    }
}
