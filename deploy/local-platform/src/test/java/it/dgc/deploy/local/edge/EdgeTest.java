package it.dgc.deploy.local.edge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import it.dgc.deploy.local.console.Logs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("The edge: one port in front of the services")
class EdgeTest {

    private static final String EMPTY = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";

    @BeforeAll
    static void logNothing() {
        Logs.off();
    }

    @TempDir
    private Path directory;

    @Test
    @DisplayName("I12: response header names literally X-RESUME-TOKEN and X-KID in capitals over HTTP/1.1")
    void keepsHeaderNamesLetterForLetter() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nX-RESUME-TOKEN: 7\r\nX-KID: NJpCsMLQco4=\r\nETag: \"v1\"\r\n"
                + "Content-Type: text/plain\r\nContent-Length: 4\r\nConnection: close\r\n\r\nMIIB";

        String received = through(answer, get("/v1/dgc/signercertificate/update", "X-RESUME-TOKEN: 6"));

        assertThat(received).startsWith("HTTP/1.1 200").contains("\r\nX-RESUME-TOKEN: 7\r\n")
                .contains("\r\nX-KID: NJpCsMLQco4=\r\n").contains("\r\nETag: \"v1\"\r\n").endsWith("\r\n\r\nMIIB");
    }

    @Test
    @DisplayName("I12: also where a service in between wrote them in small letters")
    void restoresHeaderNames() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nx-resume-token: 7\r\nx-kid: a\r\nContent-Length: 0\r\n"
                + "Connection: close\r\n\r\n";

        assertThat(through(answer, get("/v1/dgc/signercertificate/update"))).contains("\r\nX-RESUME-TOKEN: 7\r\n")
                .contains("\r\nX-KID: a\r\n");
    }

    @Test
    @DisplayName("I15: an empty x-resume-token header reaches the service")
    void passesAnEmptyToken() throws Exception {
        assertThat(asked(get("/v1/dgc/signercertificate/update", "x-resume-token:")).toLowerCase())
                .containsPattern("\r\nx-resume-token: ?\r\n");
    }

    @Test
    @DisplayName("Section 6: GET https://get.dgc.gov.it/v1/dgc/... in absolute form, in clear, without CONNECT")
    void takesAbsoluteForm() throws Exception {
        for (String scheme : List.of("http", "https")) {
            String request = "GET " + scheme + "://get.dgc.gov.it/v1/dgc/signercertificate/status HTTP/1.1\r\n"
                    + "Host: get.dgc.gov.it\r\nConnection: close\r\n\r\n";
            assertThat(asked(request)).startsWith("GET /v1/dgc/signercertificate/status HTTP/1.1\r\n");
        }
    }

    @Test
    void passesConditionsAndNotModified() throws Exception {
        String answer = "HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\nConnection: close\r\n\r\n";
        try (RawUpstream upstream = RawUpstream.answering(answer); Edge edge = edgeTo(upstream.uri())) {
            String received = exchange(edge, get("/v1/dgc/signercertificate/status", "If-None-Match: \"v1\""));

            assertThat(received).startsWith("HTTP/1.1 304").contains("ETag: \"v1\"").endsWith("\r\n\r\n");
            assertThat(upstream.request()).contains("If-None-Match: \"v1\"");
        }
    }

    @Test
    @DisplayName("I16: end of list = 204, empty body")
    void passesNoContent() throws Exception {
        assertThat(through(EMPTY, get("/v1/dgc/signercertificate/update"))).startsWith("HTTP/1.1 204")
                .endsWith("\r\n\r\n");
    }

    @Test
    void passesTheQueryAsWritten() throws Exception {
        assertThat(asked(get("/v1/dgc/signercertificate/status?a=1%2F2&b=")))
                .startsWith("GET /v1/dgc/signercertificate/status?a=1%2F2&b= HTTP/1.1");
    }

    @Test
    void passesHeadWithoutABody() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 12\r\nConnection: close\r\n\r\n";

        assertThat(through(answer, request("HEAD", "/v1/dgc/signercertificate/status")))
                .contains("Content-Length: 12").endsWith("\r\n\r\n");
    }

    @Test
    @DisplayName("What only a proxy may say about a caller is taken from nobody else")
    void dropsClaimsOfTheCaller() throws Exception {
        String asked = asked(get("/v1/dgc/signercertificate/status", "X-Forwarded-For: 1.2.3.4",
                "X_Forwarded_Host: evil", "Forwarded: for=1.2.3.4", "X-Client-Cert: MIIB",
                "X-SSL-Client-Verify: SUCCESS", "SSL-Client-Cert: MIIB")).toLowerCase();

        assertThat(asked).contains("\r\nx-forwarded-for: 127.0.0.1\r\n").doesNotContain("1.2.3.4", "evil", "miib",
                "success");
    }

    @Test
    @DisplayName("RFC 9110, 7.6.1: fields of the connection, and those that it names, stay on their hop")
    void dropsHopByHopFields() throws Exception {
        String asked = asked("GET /v1/dgc/signercertificate/status HTTP/1.1\r\nHost: a\r\nConnection: close, X-Mine\r\n"
                + "X-Mine: secret\r\nTE: trailers\r\nProxy-Authorization: Basic abc\r\nKeep-Alive: 5\r\n\r\n");

        assertThat(asked.toLowerCase()).doesNotContain("secret", "trailers", "basic abc", "keep-alive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/dgc/drl", "/v1/dgc/drl/check", "/v1/dgc/drl?chunk=1&version=0", "/v1/dgc/settings"})
    void leadsToTheRevocationListAndTheRules(String path) throws Exception {
        try (RawUpstream upstream = RawUpstream.answering(EMPTY); Edge edge = edgeTo(upstream.uri())) {
            assertThat(exchange(edge, get(path))).startsWith("HTTP/1.1 2");
            assertThat(upstream.wasNotAsked()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator", "/error", "/v1", "/v1/other", "//it",
            "/it/../actuator/health", "/v1/dgc/signercertificate", "/v1/dgc/drlx", "/v1/dgc/settings/x",
            "/v1/dgc/signercertificate/../../../actuator/env", "/v1/dgc/signercertificate/%2e%2e/x",
            "/v1/dgc/signercertificate//x", "/v1/dgc/signercertificate/x;y=1", "/v1/dgc/signercertificate/./x"})
    void answersNotFoundOutsideTheRoutes(String path) throws Exception {
        try (RawUpstream upstream = RawUpstream.answering(EMPTY); Edge edge = edgeTo(upstream.uri())) {
            assertThat(exchange(edge, get(path))).startsWith("HTTP/1.1 404").contains("application/problem+json")
                    .contains("\"status\":404").doesNotContain(path.length() > 1 ? path : "Tomcat");
            assertThat(upstream.wasNotAsked()).isTrue();
        }
    }

    @ParameterizedTest
    @DisplayName("Allegato B, chapters 5 and 6: everything else is the portal's, who sends what a browser sends")
    @ValueSource(strings = {"/", "/it/", "/en/certificate", "/assets/a.min.css", "/v1/portal/captcha", "/actuators"})
    void leadsToThePortal(String path) throws Exception {
        try (RawUpstream portal = RawUpstream.answering(EMPTY);
                Edge edge = Edge.start(0, directory,
                        RouteTable.publicPaths(URI.create("http://127.0.0.1:1"), URI.create("http://127.0.0.1:1"),
                                portal.uri()))) {
            assertThat(exchange(edge, get(path))).startsWith("HTTP/1.1 204");
            assertThat(portal.request()).startsWith("GET " + path + " HTTP/1.1");
            assertThat(exchange(edge, request("POST", path, "Cookie: a=b", "Origin: http://localhost",
                    "Sec-Fetch-Site: same-origin", "Accept-Language: de", "Content-Type: text/plain",
                    "X-Forwarded-For: 1.2.3.4"))).startsWith("HTTP/1.1 204");
            assertThat(portal.request()).startsWith("POST " + path + " HTTP/1.1").contains("\r\nCookie: a=b\r\n",
                    "\r\nOrigin: http://localhost\r\n", "\r\nSec-Fetch-Site: same-origin\r\n",
                    "\r\nAccept-Language: de\r\n", "\r\nContent-Type: text/plain\r\n",
                    "\r\nX-Forwarded-For: 127.0.0.1\r\n").doesNotContain("1.2.3.4");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void refusesMethodsThatTheRouteDoesNotTake(String method) throws Exception {
        try (RawUpstream upstream = RawUpstream.answering(EMPTY); Edge edge = edgeTo(upstream.uri())) {
            assertThat(exchange(edge, request(method, "/v1/dgc/signercertificate/status")))
                    .startsWith("HTTP/1.1 405").contains("\r\nAllow: GET, HEAD\r\n");
            assertThat(upstream.wasNotAsked()).isTrue();
        }
    }

    @Test
    @DisplayName("Never use 4xx for overload: a service that is down is 503")
    void answersUnavailableWhenTheServiceIsDown() throws Exception {
        URI nobody;
        try (ServerSocket closedAtOnce = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + closedAtOnce.getLocalPort());
        }
        try (Edge edge = edgeTo(nobody)) {
            assertThat(exchange(edge, get("/v1/dgc/signercertificate/status"))).startsWith("HTTP/1.1 503")
                    .contains("\r\nRetry-After: 5\r\n").contains("application/problem+json");
        }
    }

    @Test
    void answersUnavailableWhenTheServiceHangsUp() throws Exception {
        assertThat(through("", get("/v1/dgc/signercertificate/status"))).startsWith("HTTP/1.1 503");
    }

    @Test
    void answersBadRequestToABrokenEscape() throws Exception {
        assertThat(through(EMPTY, get("/v1/dgc/signercertificate/status?a=%zz"))).startsWith("HTTP/1.1 400");
    }

    @Test
    void passesABodyAndLimitsIt() throws Exception {
        try (RawUpstream upstream = RawUpstream.answering(EMPTY);
                Edge edge = edgeTo(new Route("/form/", upstream.uri(), Set.of("POST")))) {
            assertThat(exchange(edge, post("x".repeat(64 * 1024)))).startsWith("HTTP/1.1 204");
            assertThat(upstream.request()).startsWith("POST /form/a HTTP/1.1").endsWith("xxx");
            assertThat(exchange(edge, post("x".repeat(64 * 1024 + 1)))).startsWith("HTTP/1.1 413");
            assertThat(upstream.wasNotAsked()).isTrue();
        }
    }

    @Test
    void passesALongAnswerWhole() throws Exception {
        String body = "0123456789".repeat(200_000);
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body;

        assertThat(through(answer, get("/v1/dgc/signercertificate/status"))).endsWith("\r\n\r\n" + body);
    }

    @Test
    void refusesAPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(EdgeException.class).isThrownBy(
                    () -> Edge.start(taken.getLocalPort(), directory,
                            RouteTable.publicPaths(URI.create("http://a"), URI.create("http://a"),
                                    URI.create("http://a"))));
        }
    }

    private String through(String answer, String request) throws Exception {
        try (RawUpstream upstream = RawUpstream.answering(answer); Edge edge = edgeTo(upstream.uri())) {
            return exchange(edge, request);
        }
    }

    private String asked(String request) throws Exception {
        try (RawUpstream upstream = RawUpstream.answering(EMPTY); Edge edge = edgeTo(upstream.uri())) {
            exchange(edge, request);
            return upstream.request();
        }
    }

    private Edge edgeTo(URI upstream) {
        return Edge.start(0, directory, RouteTable.publicPaths(upstream, upstream, upstream));
    }

    private Edge edgeTo(Route route) {
        return Edge.start(0, directory, new RouteTable(List.of(route), Optional.empty()));
    }

    private static String get(String target, String... fields) {
        return request("GET", target, fields);
    }

    private static String request(String method, String target, String... fields) {
        StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: a\r\n");
        List.of(fields).forEach(field -> request.append(field).append("\r\n"));
        return request.append("Connection: close\r\n\r\n").toString();
    }

    private static String post(String body) {
        return "POST /form/a HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    private static String exchange(Edge edge, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), edge.port())) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
