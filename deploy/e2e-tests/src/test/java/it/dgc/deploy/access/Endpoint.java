package it.dgc.deploy.access;

import java.util.Comparator;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import it.dgc.common.spring.access.Endpoints;
import it.dgc.common.spring.access.Role;
import org.springframework.context.ApplicationContext;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What can be asked: what a handler is mapped to (controllers, actuator, error page, files), or what a list opens.
 *
 * @param method of HTTP
 * @param pattern as it is mapped or listed
 */
record Endpoint(String method, String pattern) implements Comparable<Endpoint> {

    /** Of what the address names, which changes with it. */
    private static final Pattern HASH = Pattern.compile("/[0-9a-f]{16}/");

    private static final Comparator<Endpoint> BY_PATTERN = Comparator.comparing(Endpoint::pattern)
            .thenComparing(Endpoint::method);

    /** All of a service, mapped or listed. */
    static SortedSet<Endpoint> of(ApplicationContext service) {
        SortedSet<Endpoint> all = new TreeSet<>(mapped(service));
        Endpoints listed = service.getBean(Endpoints.class);
        listed.openPaths().forEach(path -> all.add(new Endpoint("GET", path)));
        Stream.of(Role.values()).flatMap(role -> listed.openTo(role).stream()).map(entry -> entry.split(" "))
                .forEach(entry -> all.add(new Endpoint(entry[0], entry[1])));
        return all;
    }

    static Set<Endpoint> mapped(ApplicationContext service) {
        Stream<Endpoint> methods = service.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream()).flatMap(Endpoint::of);
        Stream<Endpoint> files = service.getBeansOfType(AbstractUrlHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getPathPatternHandlerMap().keySet().stream())
                .map(pattern -> new Endpoint("GET", pattern.getPatternString()));
        return Stream.concat(methods, files).collect(Collectors.toSet());
    }

    private static Stream<Endpoint> of(RequestMappingInfo mapping) {
        Set<RequestMethod> named = mapping.getMethodsCondition().getMethods();
        Set<RequestMethod> methods = named.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : named;
        return mapping.getPatternValues().stream()
                .flatMap(pattern -> methods.stream().map(method -> new Endpoint(method.name(), pattern)));
    }

    /** A path that the pattern matches: of words to choose from the first, else any. */
    String path() {
        return pattern.replaceAll("\\{\\w+:\\[[^]]*](\\{[0-9,]+})?}", "any")
                .replaceAll("\\{\\w+:([\\w-]+)(\\|[^}]*)?}", "$1")
                .replaceAll("\\{[^}]*}", "any").replace("**", "any").replace("*", "any");
    }

    /** Whether one of the patterns lets its path in. */
    boolean isIn(Set<String> patterns) {
        return patterns.stream().map(PathPatternParser.defaultInstance::parse)
                .anyMatch(open -> open.matches(PathContainer.parsePath(path())));
    }

    @Override
    public int compareTo(Endpoint other) {
        return BY_PATTERN.compare(this, other);
    }

    @Override
    public String toString() {
        return method + " " + HASH.matcher(pattern).replaceAll("/{version}/");
    }
}
