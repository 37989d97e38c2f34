package it.dgc.common.spring.access;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What a service opens and to whom (architecture, D11); everything else is denied, with 401 to whoever has no identity
 * and 403 to the others. Immutable: each step gives a new list.
 *
 * <p>Paths are patterns of Spring MVC ({@code /v1/doctors/{code}}). Open ones answer on the plain port only,
 * institutional ones on the port with mutual TLS only.
 */
public final class Endpoints {

    private final List<Entry> entries;

    private Endpoints(Stream<Entry> entries) {
        this.entries = entries.toList();
    }

    /** @return nothing is open */
    public static Endpoints none() {
        return new Endpoints(Stream.empty());
    }

    /**
     * @return open are the state of health and the metrics, as {@code management.endpoints.web.exposure} lets every
     *         service show them to the machine it runs on; they hold no personal data
     */
    public static Endpoints operations() {
        return none().open("/actuator/health").open("/actuator/health/liveness").open("/actuator/health/readiness")
                .open("/actuator/prometheus");
    }

    /**
     * Opens a path to everybody who reaches the plain port. Which methods it takes is its controller's affair, so that
     * others are told 405 and not 401.
     *
     * @param path a pattern
     * @return these endpoints and that one
     * @throws IllegalArgumentException if the pattern cannot be read
     */
    public Endpoints open(String path) {
        return with(new Entry(path, null, null, matcher(null, path), matcher(null, path)));
    }

    /**
     * Opens one method of a path to a role. For several roles this is called several times. The role's other methods on
     * that path are told 405 and do not reach a controller.
     *
     * @param role who may ask
     * @param method the one method
     * @param path a pattern
     * @return these endpoints and that one
     * @throws IllegalArgumentException if the pattern cannot be read
     */
    public Endpoints institutional(Role role, HttpMethod method, String path) {
        return with(new Entry(path, method, role, matcher(method, path), matcher(null, path)));
    }

    /** @return the patterns that everybody may ask, sorted */
    public Set<String> openPaths() {
        return entries.stream().filter(Entry::isOpen).map(Entry::path).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * @param role a role
     * @return what it may ask, each a method, a space, and a pattern; sorted
     */
    public Set<String> openTo(Role role) {
        return entries.stream().filter(entry -> entry.role() == role)
                .map(entry -> entry.method() + " " + entry.path()).collect(Collectors.toCollection(TreeSet::new));
    }

    boolean opens(HttpServletRequest request) {
        return entries.stream().anyMatch(entry -> entry.isOpen() && entry.matches().matches(request));
    }

    /** Who may send this request; empty where nobody may. */
    Set<Role> rolesFor(HttpServletRequest request) {
        return entries.stream().filter(entry -> !entry.isOpen() && entry.matches().matches(request)).map(Entry::role)
                .collect(Collectors.toSet());
    }

    /** The methods that one of the roles may use on the path of this request; empty where it may none. */
    Set<String> methodsFor(Set<Role> roles, HttpServletRequest request) {
        return entries.stream().filter(entry -> roles.contains(entry.role()) && entry.matchesPath().matches(request))
                .map(entry -> entry.method().name()).collect(Collectors.toCollection(TreeSet::new));
    }

    private Endpoints with(Entry entry) {
        return new Endpoints(Stream.concat(entries.stream(), Stream.of(entry)));
    }

    private static RequestMatcher matcher(HttpMethod method, String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, path);
    }

    /** No method: any. No role: everybody. */
    private record Entry(String path, HttpMethod method, Role role, RequestMatcher matches,
            RequestMatcher matchesPath) {

        boolean isOpen() {
            return role == null;
        }
    }
}
