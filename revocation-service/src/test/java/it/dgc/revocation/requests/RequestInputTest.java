package it.dgc.revocation.requests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What is refused before store and broker are asked: neither is there. */
@DisplayName("input to POST /v1/revocations")
class RequestInputTest {

    private static final String[] JSON = {"Content-Type", "application/json"};
    private static final String[] KEYED = {IdempotencyKey.HEADER, "k"};

    private static RequestsService service;

    @BeforeAll
    static void start() {
        service = RequestsService.start("127.0.0.1:9", "mongodb://127.0.0.1:9", "none",
                "--spring.kafka.listener.auto-startup=false", "--dgc.drl.refresh-every=1h", "--dgc.drl.lease-for=2h");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @DisplayName("reliability B03: empty")
    void refusesNothing() {
        assertProblem(post("", JSON), 400, null);
    }

    @Test
    void namesTheFieldAndNotItsValue() {
        assertProblem(post(Bodies.revoke().replace(Bodies.DOCTOR, "CANARY"), JSON), 400, "doctor.fiscalCode");
        assertProblem(post(Bodies.revoke().replace("{\"action\"", "{\"CANARY\":\"CANARY\",\"action\""), JSON), 400,
                null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OTHER", "CANARY CANARY", ""})
    @DisplayName("reliability B07: a reason that is none")
    void refusesFreeText(String reason) {
        assertProblem(post(Bodies.revoke().replace("FRAUD", reason), JSON), 400, "reason");
    }

    @Test
    @DisplayName("reliability B03: 64 KiB, and one byte too many, announced or not")
    void refusesWhatIsTooLarge() {
        assertProblem(post(padded(64 * 1024), JSON), 413, null);
        assertProblem(post(padded(16 * 1024 + 1), JSON), 413, null);
        assertProblem(post(padded(16 * 1024).replace("MMG", "XXX"), JSON), 400, "doctor.category");
        assertProblem(service.postChunked(" ".repeat(20_000).getBytes(UTF_8), with(KEYED, JSON)), 413, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x", "application/problem+json", "nonsense"})
    @DisplayName("reliability B03: text/plain, XML with DOCTYPE")
    void refusesOtherFormats(String type) {
        assertProblem(post("<!DOCTYPE x><x/>", "Content-Type", type), 415, null);
        assertProblem(post(Bodies.revoke()), 415, null);
    }

    @Test
    @DisplayName("reliability B03: gzip bomb")
    void refusesWhatIsPacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[1_000_000]);
        }
        assertProblem(service.send("POST", RequestsService.PATH, packed.toByteArray(),
                with(KEYED, "Content-Type", "application/json", "Content-Encoding", "gzip")), 415, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "HEAD"})
    @DisplayName("reliability B12: methods")
    void refusesOtherMethods(String method) {
        HttpResponse<String> answer = service.send(method, RequestsService.PATH, new byte[0], with(KEYED, JSON));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    @DisplayName("reliability B12: TRACE, X-HTTP-Method-Override, and methods on the status")
    void isNotLedToAnotherMethod() {
        assertThat(service.send("TRACE", RequestsService.PATH, new byte[0]).statusCode()).isEqualTo(405);
        assertThat(service.send("GET", RequestsService.PATH, new byte[0],
                with(KEYED, "X-HTTP-Method-Override", "POST")).statusCode()).isEqualTo(405);
        assertThat(service.send("DELETE", RequestsService.PATH + "/x", new byte[0], KEYED).statusCode())
                .isEqualTo(405);
        assertProblem(service.send("POST", RequestsService.PATH, "{}".getBytes(UTF_8),
                with(KEYED, "Content-Type", "application/json", "X-HTTP-Method-Override", "DELETE")), 400,
                "requestedAt");
    }

    @Test
    void wantsOneGoodKey() {
        byte[] body = Bodies.revoke().getBytes(UTF_8);
        String[] called = {"Content-Type", "application/json"};
        assertProblem(service.send("POST", RequestsService.PATH, body, called), 400, IdempotencyKey.HEADER);
        for (String key : new String[]{"", "k".repeat(256)}) {
            assertProblem(service.send("POST", RequestsService.PATH, body, with(called, IdempotencyKey.HEADER, key)),
                    400, IdempotencyKey.HEADER);
        }
        assertProblem(service.send("POST", RequestsService.PATH, body,
                with(called, IdempotencyKey.HEADER, "a", IdempotencyKey.HEADER, "b")), 400, IdempotencyKey.HEADER);
    }

    @Test
    @DisplayName("reliability B01, B02: no certificate, and a header that claims one")
    void wantsACaller() {
        assertProblem(service.anybody("POST", RequestsService.PATH, Bodies.revoke().getBytes(UTF_8),
                with(JSON, IdempotencyKey.HEADER, "k", "X-Client-Cert", "sistema-ts")), 401, null);
    }

    private static String padded(int length) {
        return Bodies.revoke() + " ".repeat(length - Bodies.revoke().length());
    }

    private static HttpResponse<String> post(String body, String... headers) {
        return service.send("POST", RequestsService.PATH, body.getBytes(UTF_8), with(KEYED, headers));
    }

    private static String[] with(String[] some, String... more) {
        return Stream.of(some, more).flatMap(Stream::of).toArray(String[]::new);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String field) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(RequestsService.json(answer).path("field").asString(null)).isEqualTo(field);
        assertThat(answer.body()).doesNotContain("CANARY", Bodies.DOCTOR, Bodies.CUEV.value());
    }
}
