package it.dgc.common.spring.access;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;

import it.dgc.common.problem.ProblemType;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.core.userdetails.UserDetailsService;

import static it.dgc.common.spring.access.TestAuthority.dns;
import static it.dgc.common.spring.access.TestAuthority.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

@DisplayName("reliability P24, B01, B02: default deny; who somebody is, is said by the certificate of his connection")
@ResourceLock(Resources.SYSTEM_OUT)
@ExtendWith(OutputCaptureExtension.class)
class InstitutionalAccessTest {

    private static final String REVOCATIONS = "/v1/revocations";
    private static final GeneralName SISTEMA_TS = dns("sistema-ts.dgc.test");

    private static final TestAuthority AUTHORITY = TestAuthority.create();

    @TempDir
    private static Path directory;
    private static GuardedService service;

    @BeforeAll
    static void start() throws IOException {
        service = GuardedService.start(directory, AUTHORITY);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Nested
    @DisplayName("B01: the connection")
    class Connection {

        @Test
        void isRefusedWithoutACertificate() {
            isRefused(TestIdentity.NONE);
        }

        @Test
        void isRefusedToACertificateOfAnotherAuthorityOfTheSameName() {
            isRefused(TestAuthority.create().client("CN=sistema-ts", SISTEMA_TS));
        }

        @Test
        void isRefusedToAnExpiredCertificate() {
            isRefused(AUTHORITY.expired(SISTEMA_TS));
        }

        @Test
        @DisplayName("RFC 9325, 3.1.1: TLS 1.2 or later")
        void takesNoOldProtocol() {
            assertThat(service.tls().getProtocols()).containsExactlyInAnyOrder("TLSv1.2", "TLSv1.3");
        }

        private static void isRefused(TestIdentity identity) {
            assertThatIOException().isThrownBy(
                    () -> service.institutional(identity.client(AUTHORITY), "POST", REVOCATIONS));
        }
    }

    @Nested
    @DisplayName("B01: the name")
    class Name {

        @Test
        void isTheSubjectAlternativeName() throws Exception {
            HttpResponse<String> answer = as(AUTHORITY.client("CN=anybody", SISTEMA_TS), "POST", REVOCATIONS);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("sistema-ts.dgc.test true false");
        }

        @Test
        void mayBeAUri() throws Exception {
            assertThat(as(AUTHORITY.client("CN=x", uri("urn:dgc:portal")), "GET", "/v1/doctors/1").body())
                    .isEqualTo("urn:dgc:portal");
        }

        @Test
        @DisplayName("RFC 4343: DNS names do not know capitals")
        void doesNotKnowCapitals() throws Exception {
            assertThat(as(AUTHORITY.client("CN=x", dns("OPERATOR.dgc.test")), "GET", "/v1/doctors/1").body())
                    .isEqualTo("operator.dgc.test");
        }

        @ParameterizedTest
        @ValueSource(strings = {"sistema-ts.dgc.test.example.org", "xsistema-ts.dgc.test", "*.dgc.test",
                "dgc.test"})
        void isTakenWholeAndWithoutWildCards(String other) throws Exception {
            isForbidden(as(AUTHORITY.client("CN=x", dns(other)), "POST", REVOCATIONS));
        }

        @ParameterizedTest
        @ValueSource(strings = {"CN=sistema-ts.dgc.test", "CN=x\\,CN=sistema-ts.dgc.test",
                "CN=sistema-ts.dgc.test,OU=operator.dgc.test"})
        void isNeverTheCommonName(String subject) throws Exception {
            isForbidden(as(AUTHORITY.client(subject), "POST", REVOCATIONS));
            isForbidden(as(AUTHORITY.client(subject, dns("stranger.dgc.test")), "POST", REVOCATIONS));
        }

        @Test
        void isNeverOfAnotherKind() throws Exception {
            GeneralName mail = new GeneralName(GeneralName.rfc822Name, "sistema-ts.dgc.test");
            isForbidden(as(AUTHORITY.client("CN=x", mail), "POST", REVOCATIONS));
        }

        @Test
        @DisplayName("whoever could be two is neither: two operators are two persons")
        void isOne() throws Exception {
            TestIdentity two = AUTHORITY.client("CN=x", dns("operator.dgc.test"), dns("operator-2.dgc.test"));
            isForbidden(as(two, "GET", "/v1/doctors/1"));
            TestIdentity oneAndAnother = AUTHORITY.client("CN=x", dns("operator-2.dgc.test"), dns("host.dgc.test"));
            assertThat(as(oneAndAnother, "GET", "/v1/doctors/1").body()).isEqualTo("operator-2.dgc.test");
        }
    }

    @Nested
    class Rights {

        @Test
        void areThoseOfTheRole() throws Exception {
            isForbidden(as(AUTHORITY.client("CN=x", dns("operator.dgc.test")), "POST", REVOCATIONS));
            isForbidden(as(AUTHORITY.client("CN=x", SISTEMA_TS), "GET", "/v1/doctors/1"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/v1/forgotten", "/v1/public", "/v1/dgc/part", "/error", "/nowhere", "/",
                "/actuator/health"})
        void endAtWhatIsListedForInstitutions(String path) throws Exception {
            isForbidden(as(AUTHORITY.client("CN=x", SISTEMA_TS), "GET", path));
        }

        @ParameterizedTest
        @DisplayName("B12: other methods are told 405, also where somebody forgot a handler")
        @CsvSource({"GET", "PUT", "DELETE", "PATCH", "OPTIONS"})
        void endAtTheMethod(String method) throws Exception {
            HttpResponse<String> answer = as(AUTHORITY.client("CN=x", SISTEMA_TS), method, REVOCATIONS,
                    "X-HTTP-Method-Override", "POST");
            isProblem(answer, ProblemType.METHOD_NOT_ALLOWED);
            assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
        }

        @Test
        @DisplayName("B12: a method that is claimed in a header field is none")
        void doNotGrowByAHeader() throws Exception {
            assertThat(as(AUTHORITY.client("CN=x", SISTEMA_TS), "POST", REVOCATIONS, "X-HTTP-Method-Override",
                    "DELETE").body()).startsWith("sistema-ts.dgc.test");
        }
    }

    @Nested
    @DisplayName("The plain port")
    class PlainPort {

        @Test
        void servesThePublic() throws Exception {
            HttpResponse<String> answer = service.plain("GET", "/v1/public");
            assertThat(answer.body()).isEqualTo("public nobody");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(service.plain("GET", "/v1/dgc/drl").body()).isEqualTo("part");
        }

        @Test
        void tellsThePublicWhichMethodsThereAre() throws Exception {
            HttpResponse<String> answer = service.plain("DELETE", "/v1/public");
            isProblem(answer, ProblemType.METHOD_NOT_ALLOWED);
            assertThat(answer.headers().firstValue("Allow")).hasValue("GET");
        }

        @ParameterizedTest
        @CsvSource({"POST,/v1/revocations", "DELETE,/v1/revocations", "GET,/v1/doctors/1", "GET,/v1/forgotten",
                "GET,/error", "GET,/nowhere", "GET,/", "GET,/v1/dgc/drl/x", "GET,/v1/public/", "GET,/V1/PUBLIC",
                "GET,/actuator", "GET,/actuator/env", "GET,/login", "GET,/logout", "BREW,/nowhere"})
        void servesNothingElse(String method, String path) throws Exception {
            isProblem(service.plain(method, path), ProblemType.UNAUTHENTICATED);
        }

        @ParameterizedTest
        @DisplayName("B02: identity in a header field is a claim")
        @CsvSource(delimiter = '|', value = {"X-Client-Cert|sistema-ts.dgc.test",
                "X-SSL-Client-DN|CN=sistema-ts.dgc.test", "X-SSL-Client-Verify|SUCCESS",
                "X-Forwarded-Client-Cert|DNS=sistema-ts.dgc.test",
                "Forwarded|for=127.0.0.1;proto=https;host=localhost", "X-Forwarded-Proto|https",
                "Client-Cert|:MIIB:", "Authorization|Basic dXNlcjp1c2Vy", "Authorization|Bearer x",
                "X-HTTP-Method-Override|GET", "Cookie|JSESSIONID=1"})
        void believesNoHeader(String name, String value) throws Exception {
            isProblem(service.plain("POST", REVOCATIONS, name, value), ProblemType.UNAUTHENTICATED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/v1//public", "/v1/public;a=b", "/v1/public/..;/revocations", "/v1/%2e%2e/x"})
        void refusesPathsThatCanBeReadInTwoWays(String path) throws Exception {
            assertThat(service.plain("GET", path).statusCode()).isIn(400, 401);
        }

        @Test
        @DisplayName("a port that is named is not the port that was come by")
        void isNotTakenForTheOther() throws Exception {
            isProblem(service.plain("POST", REVOCATIONS, "X-Forwarded-Port",
                    Integer.toString(service.port("local.institutional.port"))), ProblemType.UNAUTHENTICATED);
        }
    }

    @Test
    void nobodyHasAPassword(CapturedOutput output) {
        assertThat(service.usersOf(UserDetailsService.class)).isEmpty();
        assertThat(output).doesNotContain("security password");
    }

    @Test
    void logsARefusalButNothingOfTheCertificate(CapturedOutput output) throws Exception {
        isForbidden(as(AUTHORITY.client("CN=canary-subject", dns("canary.dgc.test")), "POST", REVOCATIONS));
        assertThat(output).contains("Refused: forbidden").doesNotContain("canary");
    }

    @Test
    @DisplayName("without the second port nobody is an institution")
    void servesOnlyThePublicWhereNoSecondPortIsConfigured() throws Exception {
        try (GuardedService alone = GuardedService.withoutInstitutions()) {
            assertThat(alone.plain("GET", "/v1/public").statusCode()).isEqualTo(200);
            isProblem(alone.plain("POST", REVOCATIONS), ProblemType.UNAUTHENTICATED);
            assertThat(alone.port("local.institutional.port")).isEqualTo(-1);
        }
    }

    private static HttpResponse<String> as(TestIdentity identity, String method, String path, String... headers)
            throws Exception {
        try (HttpClient client = identity.client(AUTHORITY)) {
            return service.institutional(client, method, path, headers);
        }
    }

    private static void isForbidden(HttpResponse<String> answer) {
        isProblem(answer, ProblemType.FORBIDDEN);
    }

    private static void isProblem(HttpResponse<String> answer, ProblemType type) {
        assertThat(answer.statusCode()).isEqualTo(type.status());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.body()).contains(type.uri().toString());
    }
}
