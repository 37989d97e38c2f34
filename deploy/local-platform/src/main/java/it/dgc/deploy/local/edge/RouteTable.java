package it.dgc.deploy.local.edge;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which service answers which path; what stands in no route is not reachable from outside.
 *
 * @param routes the routes; the first that fits wins
 * @param pages where the portal's pages are: all paths in no route, except those that only services and operators use
 */
public record RouteTable(List<Route> routes, Optional<Route> pages) {

    /** Unescaped, no parameters, no empty or dotted segment: what a service might read differently is not passed on. */
    private static final Pattern PLAIN_PATH = Pattern
            .compile("/|(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]++)++/?");

    /** What no citizen opens: interfaces beside those in the routes, and what a service tells its operators. */
    private static final Pattern NO_PAGE = Pattern.compile("/(v1|actuator|error)(/.*)?");

    /** Copies the routes. */
    public RouteTable {
        routes = List.copyOf(routes);
    }

    /**
     * @param rules where the rules service answers
     * @param revocation where the revocation service answers
     * @param portal where the portal answers
     * @return the public paths of the platform (architecture, section 5)
     */
    public static RouteTable publicPaths(URI rules, URI revocation, URI portal) {
        return new RouteTable(List.of(Route.reading("/v1/dgc/signercertificate/", rules),
                Route.reading("/v1/dgc/settings", rules), Route.reading("/v1/dgc/drl/", revocation),
                Route.reading("/v1/dgc/drl", revocation), Route.submitting("/v1/portal/", portal)),
                Optional.of(Route.submitting("/", portal)));
    }

    Optional<Route> routeOf(String path) {
        if (!PLAIN_PATH.matcher(path).matches()) {
            return Optional.empty();
        }
        return routes.stream().filter(route -> route.fits(path)).findFirst()
                .or(() -> pages.filter(page -> !NO_PAGE.matcher(path).matches()));
    }
}
