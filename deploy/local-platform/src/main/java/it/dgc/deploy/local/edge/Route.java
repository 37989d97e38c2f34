package it.dgc.deploy.local.edge;

import java.net.URI;
import java.util.Set;

/**
 * Requests below one prefix, or for one path, go to one service.
 *
 * @param prefix beginning of the path, with its closing slash; without one, the whole path
 * @param upstream scheme, host and port of the service
 * @param methods HTTP methods that the service takes there
 */
public record Route(String prefix, URI upstream, Set<String> methods) {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> SUBMITTING = Set.of("GET", "HEAD", "POST");

    /** Copies the methods. */
    public Route {
        methods = Set.copyOf(methods);
    }

    boolean fits(String path) {
        return prefix.endsWith("/") ? path.startsWith(prefix) : path.equals(prefix);
    }

    /**
     * @param prefix beginning of the path, with its closing slash; without one, the whole path
     * @param upstream scheme, host and port of the service
     * @return a route for GET and HEAD
     */
    public static Route reading(String prefix, URI upstream) {
        return new Route(prefix, upstream, READING);
    }

    /**
     * @param prefix beginning of the path, with its closing slash; without one, the whole path
     * @param upstream scheme, host and port of the service
     * @return a route for GET, HEAD and POST
     */
    public static Route submitting(String prefix, URI upstream) {
        return new Route(prefix, upstream, SUBMITTING);
    }
}
