package it.dgc.deploy.local.edge;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import it.dgc.common.problem.ProblemType;

/** Hands a request to the service of its route and the answer back, unchanged but for the fields of the connection. */
final class ProxyServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Services are on the same machine: one that needs longer to accept a connection is not there. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    /** The longest that the mobile clients wait (VerificaC19 protocol, I23). */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);

    /** Seconds until a caller shall try again while a service restarts. */
    private static final String RETRY_AFTER = "5";

    /** Bytes of a request body; the longest expected is a portal form. */
    private static final int LARGEST_REQUEST = 64 * 1024;

    private final transient RouteTable routes;
    private final transient HttpClient client;

    ProxyServlet(RouteTable routes) {
        this.routes = routes;
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER).build();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Route> route = routes.routeOf(request.getRequestURI());
        if (route.isEmpty()) {
            EdgeAnswer.write(ProblemType.NOT_FOUND, response);
        } else if (!route.get().methods().contains(request.getMethod())) {
            response.setHeader("Allow", route.get().methods().stream().sorted().collect(Collectors.joining(", ")));
            EdgeAnswer.write(ProblemType.METHOD_NOT_ALLOWED, response);
        } else {
            forward(route.get(), request, response);
        }
    }

    @Override
    public void destroy() {
        client.shutdownNow();
    }

    private void forward(Route route, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_REQUEST + 1);
        if (body.length > LARGEST_REQUEST) {
            EdgeAnswer.write(ProblemType.TOO_LARGE, response);
            return;
        }
        Optional<HttpRequest> onward = readable(route, request, body);
        if (onward.isPresent()) {
            exchange(onward.get(), response);
        } else {
            EdgeAnswer.write(ProblemType.INVALID_REQUEST, response);
        }
    }

    private void exchange(HttpRequest onward, HttpServletResponse response) throws IOException {
        Optional<HttpResponse<InputStream>> answer = ask(onward);
        if (answer.isPresent()) {
            handBack(answer.get(), response);
        } else {
            response.setHeader("Retry-After", RETRY_AFTER);
            EdgeAnswer.write(ProblemType.TRY_LATER, response);
        }
    }

    private Optional<HttpResponse<InputStream>> ask(HttpRequest request) {
        try {
            return Optional.of(client.send(request, BodyHandlers.ofInputStream()));
        } catch (IOException notAnswering) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<HttpRequest> readable(Route route, HttpServletRequest request, byte[] body) {
        try {
            return Optional.of(toService(route, request, body));
        } catch (IllegalArgumentException brokenEscapeOrField) {
            return Optional.empty();
        }
    }

    private static HttpRequest toService(Route route, HttpServletRequest request, byte[] body) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        HttpRequest.Builder out = HttpRequest.newBuilder()
                .uri(URI.create(route.upstream() + request.getRequestURI() + query)).timeout(ANSWER_TIMEOUT)
                .method(request.getMethod(), body.length == 0
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofByteArray(body));
        PassedHeaders passed = new PassedHeaders(Collections.list(request.getHeaders("Connection")).stream());
        Collections.list(request.getHeaderNames()).stream().filter(passed::toService).forEach(
                name -> Collections.list(request.getHeaders(name)).forEach(value -> out.header(name, value)));
        return out.header("X-Forwarded-For", request.getRemoteAddr()).build();
    }

    private static void handBack(HttpResponse<InputStream> answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.statusCode());
        PassedHeaders passed = new PassedHeaders(answer.headers().allValues("Connection").stream());
        answer.headers().map().forEach((name, values) -> handBack(passed, name, values, response));
        try (InputStream body = answer.body()) {
            body.transferTo(response.getOutputStream());
        }
    }

    private static void handBack(PassedHeaders passed, String name, List<String> values,
            HttpServletResponse response) {
        if (passed.toCaller(name)) {
            values.forEach(value -> response.addHeader(PassedHeaders.usualSpelling(name), value));
        }
    }
}
