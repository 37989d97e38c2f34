package it.dgc.portal.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import it.dgc.common.codes.AuthCode;
import it.dgc.common.codes.HealthCardSuffix;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.portal.PortalServiceApplication;
import it.dgc.portal.RunningPortal;
import it.dgc.portal.certificates.Certificates;
import it.dgc.portal.certificates.Lookup;
import it.dgc.portal.certificates.Recovery;
import it.dgc.portal.limits.AtOnce;
import it.dgc.portal.limits.Form;
import it.dgc.portal.rendering.DocumentLanguage;
import it.dgc.portal.rendering.TestCertificates;
import it.dgc.portal.sistemats.CardAnswer;
import it.dgc.portal.sistemats.HealthCards;
import org.altcha.altcha.Altcha;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The whole portal, with doubles of the generation service and of Sistema TS alone. */
@DisplayName("reliability, table E: the portal's API takes what it documents, and nothing else")
class ApiTest {

    private static final CodiceFiscale HOLDER = CodiceFiscale.ofBody("PRVCNR80A41M999");
    private static final AuthCode CODE = AuthCode.derive(new byte[16]);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ORIGIN = "https://portal.dgc.example";
    private static final Others OTHERS = new Others();

    private static RunningPortal portal;
    private static HttpClient http;

    @BeforeAll
    static void start() {
        portal = RunningPortal.start(PortalServiceApplication.builder().initializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean("others", Others.class, () -> OTHERS, definition -> definition.setPrimary(true));
        }), "portal-api", "--dgc.portal.answer-after=1ms", "--dgc.limits.address=1000", "--dgc.pages.origin=" + ORIGIN,
                "--dgc.captcha.work.easiest=1000");
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @AfterAll
    static void stop() {
        http.close();
        portal.close();
    }

    @BeforeEach
    void forget() {
        OTHERS.cardAsked.set(0);
        OTHERS.card = CardAnswer.YES;
    }

    @Test
    @DisplayName("Tables 3 and 4: each form gives what was asked for")
    void answersAllForms() throws Exception {
        HttpResponse<String> code = post("authcode", authcode(solved("authcode")));
        assertThat(code.statusCode()).as(code.body()).isEqualTo(200);
        assertThat(code.body()).isEqualTo("{\"authCode\":\"" + CODE.value() + "\"}");
        assertThat(code.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(code.headers().firstValue("Set-Cookie")).isEmpty();

        JsonNode files = JSON.readTree(post("certificates", withCode(solved("certificate"))).body());
        assertThat(new String(Base64.getDecoder().decode(files.path("pdf").stringValue()), UTF_8)).startsWith("%PDF");
        assertThat(Base64.getDecoder().decode(files.path("png").stringValue())).startsWith(0x89, 'P', 'N', 'G');
        assertThat(post("certificates/no-card", noCard(solved("no-card"))).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("OpenAPI 3.1: the description is there for whoever asks, and its problems are those that are told")
    void describesItself() throws Exception {
        HttpResponse<String> answer = raw("/v1/portal/openapi.yaml", "GET");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/yaml");
        assertThat(answer.body()).startsWith("openapi: 3.1.");
        assertProblem(raw("/v1/portal/openapi.yaml?form=authcode", "GET"), 400, "invalid-request");
        assertThat(DescriptionTest.description().at("/components/schemas/Problem/properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        JSON.readTree(raw("/v1/portal/captcha", "GET").body()).propertyNames());
    }

    @Test
    @DisplayName("E12: of 200 submissions of one solved captcha one passes")
    void takesASolvedCaptchaOnce() throws Exception {
        String body = authcode(solved("authcode"));
        List<Integer> statuses = AtOnce.run(200, caller -> status(body));
        assertThat(statuses).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 422 || status == 503)
                .contains(422);
        assertThat(OTHERS.cardAsked).hasValue(1);
    }

    @Test
    @DisplayName("E10: a captcha is for its form, and Sistema TS is asked nothing without one")
    void bindsACaptchaToItsForm() throws Exception {
        assertProblem(post("authcode", authcode(solved("no-card"))), 422, "captcha-failed");
        assertProblem(post("authcode", authcode("0123456789abcdef0123456789abcdef.234567")), 422, "captcha-failed");
        assertProblem(post("authcode", authcode("x".repeat(2049))), 400, "invalid-request");
        assertProblem(post("authcode", authcode("")), 400, "invalid-request");
        assertThat(OTHERS.cardAsked).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"NO,422,not-verified", "UNAVAILABLE,503,try-later"})
    @DisplayName("E06, E15, E16, E17: one answer for whatever is wrong, and an honest one where nobody can tell")
    void answersFailuresAlike(CardAnswer card, int status, String problem) throws Exception {
        OTHERS.card = card;
        for (String answer : List.of(post("authcode", authcode(solved("authcode"))).body(),
                post("certificates", withCode(solved("certificate"))).body(),
                post("certificates/no-card", noCard(solved("no-card"))).body())) {
            assertThat(answer).contains("\"urn:pn-dgc:problem:" + problem + "\"", "\"status\":" + status)
                    .doesNotContain(HOLDER.value(), CODE.value());
        }
    }

    static Stream<String> wrongBodies() {
        String good = authcode("x");
        return Stream.of("", "null", "[]", "{}", "{", good + " {}", good.replace("}", ",\"more\":\"x\"}"),
                good.replace("}", ",\"language\":\"it\"}"), good.replace("\"it\"", "1"), good.replace("\"it\"", "null"),
                good.replace("\"it\"", "[\"it\"]"), good.replace("\"it\"", "{\"$ne\":null}"), "[".repeat(1_000),
                good.replace("esenzione", "vaccinazione"), good.replace("esenzione", "ESENZIONE "),
                good.replace("\"it\"", "\"xx\""), good.replace("\"it\"", "\"../../etc\""),
                good.replace("\"it\"", "\"${7*7}\""), good.replace(HOLDER.value(), "RSSMRA80A01H501X"),
                good.replace(HOLDER.value(), HOLDER.value().toLowerCase()), good.replace(HOLDER.value(), "$ne"),
                good.replace(HOLDER.value(), HOLDER.value() + "\\r\\nINFO ok"), good.replace("12345678", "1234567"),
                good.replace("2022-01-31", "31/01/2022"), good.replace("2022-01-31", "2022-02-30"));
    }

    @ParameterizedTest
    @MethodSource("wrongBodies")
    @DisplayName("E02, E04, E07, E09: anything else is refused, and not repeated")
    void refusesEverythingElse(String body) throws Exception {
        HttpResponse<String> answer = post("authcode", body);
        assertProblem(answer, 400, "invalid-request");
        assertThat(answer.body()).doesNotContain("INFO ok", "etc", HOLDER.value());
        assertThat(OTHERS.cardAsked).hasValue(0);
    }

    @Test
    void refusesWhatIsTooLarge() throws Exception {
        assertProblem(post("authcode", " ".repeat(5 * 1024)), 413, "too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain",
            "application/json; charset=utf-7", "application/json; charset=ISO-8859-1", "nonsense"})
    @DisplayName("E01: JSON in UTF-8 only")
    void readsJsonOnly(String type) throws Exception {
        assertProblem(send(request("authcode").setHeader("Content-Type", type)
                .POST(BodyPublishers.ofString(authcode("x")))), 415, "unsupported-media-type");
    }

    @Test
    @DisplayName("E03: nothing in the address")
    void takesNoQuery() throws Exception {
        assertProblem(post("authcode?fiscalCode=" + HOLDER.value(), authcode("x")), 400, "invalid-request");
        assertProblem(send(request("captcha?form=authcode&w=9999").GET()), 400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://portal.dgc.example"})
    @DisplayName("E14: no other site's script is answered")
    void answersNoForeignOrigin(String origin) throws Exception {
        HttpResponse<String> answer = send(request("authcode").setHeader("Origin", origin)
                .POST(BodyPublishers.ofString(authcode("x"))));
        assertProblem(answer, 403, "forbidden");
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
        HttpResponse<String> before = send(request("authcode").setHeader("Origin", origin)
                .setHeader("Access-Control-Request-Method", "POST").method("OPTIONS", BodyPublishers.noBody()));
        assertThat(before.statusCode()).isEqualTo(403);
        assertThat(before.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"captcha", "captcha?form=other", "captcha?form=authcode&kind=other",
            "captcha?form=authcode&kind=code&scale=9"})
    void issuesCaptchasForItsFormsOnly(String path) throws Exception {
        assertProblem(send(request(path).GET()), 400, "invalid-request");
    }

    @Test
    void showsAndSpeaksACode() throws Exception {
        JsonNode code = JSON.readTree(send(request("captcha?form=authcode&kind=code").GET()).body());
        assertThat(code.path("digits").intValue()).isEqualTo(6);
        HttpResponse<String> picture = raw(code.path("image").stringValue(), "GET");
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(picture.headers().firstValue("Cache-Control")).contains("no-store");
        HttpResponse<String> sound = raw(code.path("sound").stringValue() + "?language=de", "GET");
        assertThat(sound.headers().firstValue("Content-Type")).contains("audio/wav");
        assertThat(raw(code.path("image").stringValue(), "HEAD").body()).isEmpty();
        assertThat(raw(code.path("image").stringValue() + "?w=9999", "GET").statusCode()).isEqualTo(400);
        assertThat(raw("/v1/portal/captcha/" + "0".repeat(32) + ".png", "GET").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"authcode/", "certificates.json", "Certificates", "captcha/x.png",
            "captcha/%2e%2e/authcode"})
    @DisplayName("E19: no other spelling leads anywhere")
    void hasNoOtherAddresses(String path) throws Exception {
        assertThat(send(request(path).GET()).statusCode()).isIn(400, 401, 404);
    }

    private static String solved(String form) throws Exception {
        JsonNode work = JSON.readTree(send(request("captcha?form=" + form).GET()).body());
        long number = Altcha.solveChallenge(work.path("challenge").stringValue(), work.path("salt").stringValue(),
                Altcha.Algorithm.SHA256, work.path("maxnumber").longValue(), 0).number;
        Map<String, Object> solution = Map.of("algorithm", "SHA-256", "challenge", work.path("challenge").stringValue(),
                "number", number, "salt", work.path("salt").stringValue(), "signature",
                work.path("signature").stringValue());
        return Base64.getEncoder().encodeToString(JSON.writeValueAsBytes(solution));
    }

    private static String authcode(String captcha) {
        return "{\"fiscalCode\":\"" + HOLDER.value() + "\",\"cardLast8\":\"12345678\",\"eventType\":\"esenzione\","
                + "\"eventDate\":\"2022-01-31\",\"language\":\"it\",\"codiceCaptcha\":\"" + captcha + "\"}";
    }

    private static String withCode(String captcha) {
        return "{\"code\":\"" + CODE.value() + "\",\"cardLast8\":\"12345678\",\"cardExpiry\":\"2027-01-31\","
                + "\"language\":\"fr\",\"codiceCaptcha\":\"" + captcha + "\"}";
    }

    private static String noCard(String captcha) {
        return "{\"fiscalCode\":\"" + HOLDER.value() + "\",\"eventDate\":\"2022-01-31\",\"language\":\"de\","
                + "\"codiceCaptcha\":\"" + captcha + "\"}";
    }

    private static HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    private static int status(String body) {
        try {
            return post("authcode", body).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(portal.address() + "/v1/portal/" + path)).setHeader("Content-Type",
                "application/json");
    }

    private static HttpResponse<String> raw(String path, String method) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(portal.address() + path)).method(method,
                BodyPublishers.noBody()));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"urn:pn-dgc:problem:" + code + "\"");
    }

    /** Both whom the portal asks. */
    static final class Others implements Certificates, HealthCards {

        final AtomicInteger cardAsked = new AtomicInteger();
        volatile CardAnswer card = CardAnswer.YES;

        @Override
        public Lookup find(CodiceFiscale person, LocalDate eventDate) {
            return new Lookup.Found("01IT#1", person);
        }

        @Override
        public Lookup find(String code) {
            return new Lookup.Found("01IT#1", HOLDER);
        }

        @Override
        public Recovery<AuthCode> recoverAuthCode(String uvci, DocumentLanguage language) {
            return new Recovery.Recovered<>(CODE);
        }

        @Override
        public Recovery<String> recoverCertificate(String uvci, DocumentLanguage language, Form form) {
            return new Recovery.Recovered<>(TestCertificates.qrText());
        }

        @Override
        public CardAnswer check(CodiceFiscale person, HealthCardSuffix last8,
                Optional<LocalDate> expiry) {
            cardAsked.incrementAndGet();
            return card;
        }

        @Override
        public CardAnswer hasNone(CodiceFiscale person) {
            cardAsked.incrementAndGet();
            return card;
        }
    }
}
