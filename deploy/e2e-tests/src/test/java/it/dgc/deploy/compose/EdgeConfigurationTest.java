package it.dgc.deploy.compose;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;

import it.dgc.deploy.backends.NginxProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The edge of the rehearsal, run by the machine's nginx where there is one, in front of a service that notes what comes. */
class EdgeConfigurationTest {

    private static final String CONFIGURATION = "deploy/compose/nginx.conf";
    private static final String UPDATE = "/v1/dgc/signercertificate/update";

    private static NotingService service;
    private static RunningNginx nginx;

    @BeforeAll
    static void startTheEdge(@TempDir Path directory) throws IOException {
        assumeTrue(NginxProcess.program().isPresent(), "nginx is not installed: its configuration is not tried");
        service = NotingService.start();
        nginx = RunningNginx.start(directory, adapted(service.port()));
    }

    @AfterAll
    static void stopTheEdge() throws IOException {
        if (nginx != null) {
            nginx.close();
            service.close();
        }
    }

    @Test
    void nginxAcceptsTheFileAsItIs(@TempDir Path directory) throws IOException {
        assertThat(NginxProcess.check(directory, ProjectFile.path(CONFIGURATION).toRealPath())).isZero();
    }

    @Test
    void passesTheResumeTokenAndKeepsTheCapitalsOfTheAnswer() {
        String answer = nginx.ask("GET " + UPDATE + " HTTP/1.1\r\nx-resume-token: 7");

        assertThat(service.lastRequest()).startsWith("GET " + UPDATE + " HTTP/1.1").contains("X-RESUME-TOKEN: 7\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200").contains("X-RESUME-TOKEN: 8\r\n").contains("X-KID: AAAAAAAAAAA=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/dgc/drl?version=3&chunk=2", "/v1/dgc/drl?chunk=1&x", "/v1/dgc/drl/check?version=3",
            "/v1/dgc/drl/check"})
    @DisplayName("Allegato B, chapter 2: the revocation list is read through the edge")
    void passesQuestionsForTheRevocationList(String target) {
        String answer = nginx.ask("GET " + target + " HTTP/1.1\r\nIf-None-Match: \"a\"");

        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(service.lastRequest()).startsWith("GET " + target + " HTTP/1.1")
                .contains("If-None-Match: \"a\"\r\n");
    }

    @Test
    @DisplayName("C05: header fields that are too long give 431, because verifiers erase their list on 400")
    void answers431WhereHeaderFieldsAreTooLong() {
        assertThat(nginx.ask("GET /v1/dgc/drl HTTP/1.1\r\nX-Long: " + "a".repeat(40_000))).startsWith("HTTP/1.1 431")
                .contains("too-large");
    }

    @Test
    void passesAnEmptyResumeTokenAsNone() {
        nginx.ask("GET " + UPDATE + " HTTP/1.1\r\nX-RESUME-TOKEN:");

        assertThat(service.lastRequest()).startsWith("GET ").doesNotContain("X-RESUME-TOKEN");
    }

    @Test
    void acceptsAbsoluteFormTargets() {
        String answer = nginx.ask("GET http://get.dgc.example" + UPDATE + "?a=b HTTP/1.1");

        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(service.lastRequest()).startsWith("GET " + UPDATE + "?a=b HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For: 1.2.3.4", "Forwarded: for=1.2.3.4", "X-Real-IP: 1.2.3.4",
            "X-Client-Cert: x", "X-SSL-Client-S-DN: CN=x", "Client-Cert: :x:", "Cookie: a=b", "Authorization: x"})
    void passesNoClaimOfACallerAboutHimself(String claim) {
        nginx.ask("GET " + UPDATE + " HTTP/1.1\r\n" + claim);

        assertThat(service.lastRequest()).startsWith("GET ").doesNotContain(claim.substring(0, claim.indexOf(':')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator", "/error", "/v1", "/v1/other", "/it/../actuator/health",
            "/it/%0d%0aa",
            "/v1/portal/..;/a", "/v1/dgc/signercertificate/", "/problem/503",
            "/v1/dgc/signercertificate/..;/..;/..;/actuator/prometheus", "/v1/dgc/signercertificate/status;a"})
    void answersAProblemWhereNothingIsRouted(String path) {
        assertThat(nginx.ask("GET " + path + " HTTP/1.1")).startsWith("HTTP/1.1 404")
                .contains("Content-Type: application/problem+json").contains("urn:pn-dgc:problem:not-found")
                .contains("Cache-Control: no-store").doesNotContain("nginx/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/../v1/dgc/signercertificate/update", "/v1/dgc/signercertificate/%75pdate"})
    void asksTheServiceForThePathOfTheRouteHoweverItWasSpelled(String path) {
        nginx.ask("GET " + path + " HTTP/1.1");

        assertThat(service.lastRequest()).startsWith("GET " + UPDATE + " HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/it/", "/assets/a.min.css", "/v1/portal/captcha", "/actuators"})
    @DisplayName("Allegato B, chapters 5 and 6: everything else is the portal's")
    void leadsToThePortal(String path) {
        assertThat(nginx.ask("GET " + path + "?a=b HTTP/1.1")).startsWith("HTTP/1.1 200");
        assertThat(service.lastRequest()).startsWith("GET " + path + "?a=b HTTP/1.1");
    }

    @Test
    void tellsThePortalWhoAskedAndWhatABrowserSays() {
        nginx.ask("POST /it/a HTTP/1.1\r\nCookie: a=b\r\nOrigin: http://localhost\r\nSec-Fetch-Site: same-origin\r\n"
                + "Accept-Language: de\r\nContent-Type: text/plain\r\nContent-Length: 0\r\nX-Forwarded-For: 1.2.3.4\r\n"
                + "Forwarded: for=1.2.3.4\r\nX-Client-Cert: 1.2.3.4\r\nAuthorization: 1.2.3.4");

        assertThat(service.lastRequest()).startsWith("POST /it/a HTTP/1.1").contains("Cookie: a=b\r\n",
                "Origin: http://localhost\r\n", "Sec-Fetch-Site: same-origin\r\n", "Accept-Language: de\r\n",
                "Content-Type: text/plain\r\n", "X-Forwarded-For: 127.0.0.1\r\n", "Host: edge.example\r\n")
                .doesNotContain("1.2.3.4");
    }

    @Test
    void limitsWhatThePortalTakes() {
        assertThat(nginx.ask("DELETE /it/a HTTP/1.1")).startsWith("HTTP/1.1 405").contains("Allow: GET, HEAD, POST");
        assertThat(nginx.ask("POST /it/a HTTP/1.1\r\nContent-Length: 9000")).startsWith("HTTP/1.1 413")
                .contains("too-large");
    }

    @Test
    @DisplayName("P21: captchas and forms are counted by address, beside what the portal counts")
    void asksToWaitForCaptchasAndForms(@TempDir Path directory) throws IOException {
        String impatient = adapted(service.port()).replaceAll("rate=[12]r/s", "rate=1r/m")
                .replaceAll("burst=[36]0 ", "burst=1 ");
        try (RunningNginx strict = RunningNginx.start(directory, impatient)) {
            for (String request : List.of("GET /v1/portal/captcha HTTP/1.1", "POST /it/a HTTP/1.1")) {
                assertThat(List.of(strict.ask(request), strict.ask(request), strict.ask(request)).getLast())
                        .as(request).startsWith("HTTP/1.1 429").contains("Retry-After: 5");
            }
            assertThat(strict.ask("GET /it/a HTTP/1.1")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void refusesOtherMethodsAndBodiesThatAreTooLarge() {
        assertThat(nginx.ask("DELETE " + UPDATE + " HTTP/1.1")).startsWith("HTTP/1.1 405").contains("Allow: GET, HEAD")
                .contains("method-not-allowed");
        assertThat(nginx.ask("GET " + UPDATE + " HTTP/1.1\r\nContent-Length: 20000")).startsWith("HTTP/1.1 413")
                .contains("too-large");
    }

    @Test
    void asksToComeBackLaterWhereTheServiceDoesNotAnswer(@TempDir Path directory) throws IOException {
        try (RunningNginx alone = RunningNginx.start(directory, adapted(freePort()))) {
            assertThat(alone.ask("GET " + UPDATE + " HTTP/1.1")).startsWith("HTTP/1.1 503")
                    .contains("Retry-After: 30").contains("application/problem+json").contains("try-later");
        }
    }

    @Test
    @DisplayName("C06: who asks too often is told to wait, by a number on which no verifier erases its list")
    void asksToWaitWhereOneAddressAsksTooOften(@TempDir Path directory) throws IOException {
        String patient = adapted(service.port());
        String impatient = patient.replace("rate=200r/s", "rate=1r/m").replace("burst=800", "burst=1");
        assertThat(impatient).isNotEqualTo(patient);
        try (RunningNginx strict = RunningNginx.start(directory, impatient)) {
            String answer = "";
            for (int asked = 0; asked < 3; asked++) {
                answer = strict.ask("GET /v1/dgc/drl HTTP/1.1");
            }
            assertThat(answer).startsWith("HTTP/1.1 429").contains("Retry-After: 5", "too-many-requests",
                    "application/problem+json");
        }
    }

    static String adapted(int servicePort) {
        return ProjectFile.text(CONFIGURATION).replaceAll(
                "(verification-rules|revocation|authcode-portal)-service:808[0-9]",
                "127.0.0.1:" + servicePort);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
