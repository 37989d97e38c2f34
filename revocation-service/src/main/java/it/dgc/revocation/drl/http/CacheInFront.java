package it.dgc.revocation.drl.http;

import jakarta.servlet.http.HttpServletResponse;

import it.dgc.revocation.drl.ListVersion;
import it.dgc.revocation.drl.served.ServedList;

/**
 * Tells the platform's own edge how long it may hand out an answer, by the field that nginx reads and passes to nobody. Clients and
 * caches of others are told to revalidate, as ever (D8, ADR 0025).
 */
final class CacheInFront {

    private static final String FIELD = "X-Accel-Expires";
    /** What follows is a point in time. */
    private static final String AT = "@";

    private CacheInFront() {}

    /** @param version that the answer was made of */
    static void tell(ServedList served, ListVersion version, HttpServletResponse response) {
        // The last second in which it may be handed out, hence before the end.
        served.promise(version).ifPresent(end -> response.setHeader(FIELD, AT + (end - 1)));
    }
}
