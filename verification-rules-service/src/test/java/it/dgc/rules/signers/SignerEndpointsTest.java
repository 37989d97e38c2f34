package it.dgc.rules.signers;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static it.dgc.rules.signers.TestCertificates.stored;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Allegato B, chapter 4: verifiers synchronise the keys over HTTP")
class SignerEndpointsTest {

    private static final String STATUS = "/v1/dgc/signercertificate/status";
    private static final String UPDATE = "/v1/dgc/signercertificate/update";
    private static ServiceOnFakes service;

    private final StoredSigner first = stored(TestCertificates.own(), Trust.ACTIVE, 3);
    private final StoredSigner second = stored(TestCertificates.own(), Trust.ACTIVE, 5);
    private final StoredSigner third = stored(TestCertificates.own(), Trust.ACTIVE, Integer.MAX_VALUE);

    @BeforeAll
    static void start() {
        service = ServiceOnFakes.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void publish() {
        service.publish(third, first, second);
    }

    @Nested
    class Status {

        @Test
        void isAJsonArrayOfKidsInTokenOrder() {
            HttpResponse<String> answer = service.http().get(STATUS);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "content-type")).isEqualTo("application/json");
            assertThat(answer.body()).isEqualTo("[\"%s\",\"%s\",\"%s\"]".formatted(kid(first), kid(second),
                    kid(third)));
        }

        @Test
        @DisplayName("D8: caches revalidate by ETag, never max-age on URLs without a version")
        void isNotSentAgainToWhoeverHoldsIt() {
            HttpResponse<String> answer = service.http().get(STATUS);
            assertThat(header(answer, "cache-control")).isEqualTo("no-cache");
            HttpResponse<String> again = service.http().get(STATUS, "If-None-Match", header(answer, "etag"));
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }

        @Test
        void hasAnotherTagWhenTheListChanges() {
            String before = header(service.http().get(STATUS), "etag");
            service.withdraw(second);
            HttpResponse<String> after = service.http().get(STATUS, "If-None-Match", before);
            assertThat(after.statusCode()).isEqualTo(200);
            assertThat(header(after, "etag")).isNotEqualTo(before);
        }

        @ParameterizedTest
        @ValueSource(strings = {"*/*", "text/html", "application/json, text/plain, */*", "text/plain"})
        void doesNotAskWhatTheClientAccepts(String accept) {
            assertThat(service.http().get(STATUS, "Accept", accept).statusCode()).isEqualTo(200);
            assertThat(service.http().get(UPDATE, "Accept", accept).statusCode()).isEqualTo(200);
        }
    }

    @Nested
    class Update {

        @Test
        @DisplayName("I17: one line of Base64 DER, no armour, no newline, text/plain")
        void isOneLineOfBase64() {
            HttpResponse<String> answer = service.http().get(UPDATE);
            assertThat(answer.body()).isEqualTo(first.certificate().base64());
            assertThat(header(answer, "content-type")).isEqualTo("text/plain");
        }

        @Test
        @DisplayName("I12: header names literally X-RESUME-TOKEN and X-KID in capitals over HTTP/1.1")
        void spellsItsHeadersInCapitals() {
            String answer = service.http().raw("GET " + UPDATE + " HTTP/1.1", "Host: get.dgc.gov.it");
            assertThat(answer).startsWith("HTTP/1.1 200").contains("\r\nX-RESUME-TOKEN: 3\r\n",
                    "\r\nX-KID: " + kid(first) + "\r\n").endsWith("\r\n\r\n" + first.certificate().base64());
        }

        @Test
        @DisplayName("I16: end of list = 204, empty body")
        void endsWith204() {
            String answer = service.http().raw("GET " + UPDATE + " HTTP/1.1", "Host: get.dgc.gov.it",
                    "X-RESUME-TOKEN: 2147483647");
            assertThat(answer).startsWith("HTTP/1.1 204").endsWith("\r\n\r\n").doesNotContain("X-KID");
        }

        @Test
        void answers204ToATokenFromElsewhere() {
            assertThat(service.http().get(UPDATE, "X-RESUME-TOKEN", "99999999999").statusCode()).isEqualTo(204);
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1", "abc", "1.5", "99999999999999999999", "<script>"})
        void refusesJunkInTheMinistrysWords(String token) {
            HttpResponse<String> answer = service.http().get(UPDATE, "X-RESUME-TOKEN", token);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(header(answer, "content-type")).isEqualTo("application/json");
            assertThat(answer.body())
                    .isEqualTo("{\"code\":\"0x004\",\"problem\":\"X-RESUME-TOKEN must be a whole number from 0\"}");
        }

        @Test
        void refusesTwoTokens() {
            String answer = service.http().raw("GET " + UPDATE + " HTTP/1.1", "Host: get.dgc.gov.it",
                    "X-RESUME-TOKEN: 1",
                    "X-RESUME-TOKEN: 2");
            assertThat(answer).startsWith("HTTP/1.1 400");
        }

        @Test
        void isNotKeptByCachesThatDoNotKnowItsHeader() {
            assertThat(header(service.http().get(UPDATE), "cache-control")).isEqualTo("no-store");
        }
    }

    @Nested
    @DisplayName("D02: no keys -> 503, never []")
    class WithoutKeys {

        @ParameterizedTest
        @ValueSource(strings = {STATUS, UPDATE})
        void asksToComeBackLater(String path) {
            try (ServiceOnFakes withoutKeys = ServiceOnFakes.start()) {
                isUnavailable(withoutKeys.http().get(path));
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {STATUS, UPDATE})
        void isTheSameWhenEveryKeyHasGone(String path) {
            List.of(first, second, third).forEach(service::withdraw);
            isUnavailable(service.http().get(path));
        }

        private void isUnavailable(HttpResponse<String> answer) {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(header(answer, "retry-after")).isEqualTo("90");
            assertThat(header(answer, "content-type")).isEqualTo("application/json");
            assertThat(answer.body())
                    .isEqualTo("{\"code\":\"0x500\",\"problem\":\"No key can be served at the moment\"}");
        }
    }

    @Test
    void withdrawnKeyLeavesBothEndpointsAtOnce() {
        service.withdraw(second);
        assertThat(service.http().get(STATUS).body()).doesNotContain(kid(second));
        assertThat(header(service.http().get(UPDATE, "X-RESUME-TOKEN", "3"), "x-kid")).isEqualTo(kid(third));
    }

    @Test
    @DisplayName("I14: every kid served by /update is in /status")
    void servesBothCertificatesOfOneKid() {
        StoredSigner twin = stored(TestCertificates.foreign(first.kid()), Trust.ACTIVE, 4);
        service.publish(first, twin);
        HttpResponse<String> answer = service.http().get(UPDATE, "X-RESUME-TOKEN", "3");
        assertThat(header(answer, "x-kid")).isEqualTo(kid(first));
        assertThat(answer.body()).isEqualTo(twin.certificate().base64());
        assertThat(service.http().get(STATUS).body()).containsOnlyOnce(kid(first));
    }

    @Test
    @DisplayName("D02: an expired certificate is excluded")
    void doesNotServeAnExpiredCertificate() {
        StoredSigner expired = stored(TestCertificates.own(TestCertificates.TODAY.minusSeconds(1)), Trust.ACTIVE, 1);
        service.publish(expired, first);
        assertThat(service.http().get(STATUS).body()).doesNotContain(kid(expired));
        assertThat(header(service.http().get(UPDATE), "x-kid")).isEqualTo(kid(first));
    }

    @Test
    @DisplayName("P15: store cut -> the last good copy is served")
    void servesWhileTheStoreIsAway() {
        service.loseStore();
        assertThat(service.http().get(STATUS).statusCode()).isEqualTo(200);
        assertThat(service.http().get(UPDATE).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("clients behind https_proxy send absolute-form request targets")
    void acceptsAbsoluteFormRequestTargets() {
        Function<String, String> ask = path -> service.http().raw("GET http://get.dgc.gov.it" + path + " HTTP/1.1",
                "Host: get.dgc.gov.it");
        assertThat(ask.apply(STATUS)).startsWith("HTTP/1.1 200").contains(kid(first));
        assertThat(ask.apply(UPDATE)).startsWith("HTTP/1.1 200").contains("X-RESUME-TOKEN: 3");
    }

    private static String kid(StoredSigner signer) {
        return signer.kid().value();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("(absent)");
    }
}
