package it.dgc.portal.pages;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

import it.dgc.portal.authcode.AuthcodeRequest;
import it.dgc.portal.pages.site.PageLanguage;
import it.dgc.portal.retrieval.CodeRequest;
import it.dgc.portal.retrieval.NoCardRequest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static it.dgc.portal.pages.PageChecks.header;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("the portal's pages (Allegato B, chapters 5 and 6)")
class PagesTest {

    private static final List<String> TEXTS = List.of("", "/che-cos-e", "/domande-frequenti", "/privacy",
            "/accessibilita");
    private static final Map<String, String> AUTHCODE = Map.of("fiscalCode", "rssmra80a01h501u", "cardLast8",
            "0012 3456", "eventType", "esenzione", "eventDate", "31/01/2022", "language", "de", "codiceCaptcha",
            "234 567");
    private static final Map<String, String> NO_CARD = Map.of("fiscalCode", "STP1234567890123", "eventDate",
            "2022-01-31", "language", "it", "codiceCaptcha", "234567");
    private static final Map<String, String> WITH_CODE = Map.of("code", "cuev-abcde1234e", "cardLast8", "00123456",
            "cardExpiry", "2027-01-31", "language", "fr", "codiceCaptcha", "234567");
    private static final Map<String, Map<String, String>> FORMS = Map.of("/authcode", AUTHCODE, "/senza-tessera",
            NO_CARD, "/certificazione", WITH_CODE);

    private static RunningPages portal;

    @BeforeAll
    static void start() {
        portal = new RunningPages("portal-pages");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void forget() {
        portal.doubles.forget();
    }

    @ParameterizedTest
    @EnumSource(PageLanguage.class)
    void showsEveryTextInEveryLanguage(PageLanguage language) {
        for (String slug : TEXTS) {
            HttpResponse<String> answer = portal.get("/" + language.code() + slug);
            assertThat(answer.statusCode()).isEqualTo(200);
            Document page = PageChecks.check(language.code(), answer);
            assertThat(page.select("link[rel=alternate][hreflang]")).hasSize(4)
                    .allMatch(to -> to.attr("href").equals("/" + to.attr("hreflang") + slug));
            assertThat(page.select("footer a").eachAttr("href")).contains("/" + language.code() + "/privacy",
                    "/" + language.code() + "/accessibilita");
        }
    }

    @ParameterizedTest
    @EnumSource(PageLanguage.class)
    void showsEveryStateOfEveryFormInEveryLanguage(PageLanguage language) {
        FORMS.forEach((slug, filled) -> {
            String path = "/" + language.code() + slug;
            portal.doubles.forget();
            assertThat(check(language, portal.get(path), 200).select("[autofocus], .alert")).isEmpty();
            assertThat(check(language, portal.fillIn(path, filled), 200).select("form")).isEmpty();
            assertSummary(check(language, portal.fillIn(path, Map.of()), 422), filled.size());
            assertThat(check(language, portal.fillIn(path, Map.of("action", "new-code")), 200).select(".alert"))
                    .isEmpty();
            portal.doubles.answer = Doubles.Answer.NOT_VERIFIED;
            assertThat(check(language, portal.fillIn(path, filled), 422).select(".alert[autofocus]")).hasSize(1);
            portal.doubles.answer = Doubles.Answer.CAPTCHA_FAILED;
            assertSummary(check(language, portal.fillIn(path, filled), 422), 1);
            portal.doubles.answer = Doubles.Answer.TRY_LATER;
            HttpResponse<String> later = portal.fillIn(path, filled);
            check(language, later, 503);
            assertThat(header(later, "Retry-After")).isEqualTo("120");
            portal.doubles.typedOnly = true;
            assertThat(check(language, portal.get(path), 200).select("[name=captchaWork], [data-challenge]"))
                    .isEmpty();
            portal.doubles.store = false;
            assertThat(header(portal.get(path), "Retry-After")).isEqualTo("120");
            check(language, portal.get(path), 503);
        });
    }

    @Test
    @DisplayName("Table 3: codice fiscale, ultime 8 cifre, tipologia evento, data inizio, lingua, captcha")
    void asksForTheAuthcodeOfWhatWasTyped() {
        HttpResponse<String> answer = portal.fillIn("/it/authcode", AUTHCODE);
        assertThat(RunningPages.html(answer).select(".portal-code").text()).isEqualTo(Doubles.CODE.value());
        assertThat(header(answer, "X-Robots-Tag")).contains("noindex");
        assertThat(portal.doubles.asked).isInstanceOfSatisfying(AuthcodeRequest.class, request -> {
            assertThat(request.person().value()).isEqualTo("RSSMRA80A01H501U");
            assertThat(request.card().value()).isEqualTo("00123456");
            assertThat(request.eventDate()).isEqualTo("2022-01-31");
            assertThat(request.language().code()).isEqualTo("de");
        });
        assertThat(portal.doubles.by.codiceCaptcha()).isEqualTo(Doubles.CAPTCHA + ".234 567");
        assertThat(portal.doubles.by.from().block()).isEqualTo("7f000001/32");
    }

    @Test
    @DisplayName("Table 4: codice fiscale, data evento, lingua, captcha")
    void asksForTheCertificateOfWhoHasNoCard() {
        Document page = RunningPages.html(portal.fillIn("/it/senza-tessera", NO_CARD));
        assertThat(page.selectFirst("img.portal-qr").attr("src")).startsWith("data:image/png;base64,");
        assertThat(page.select(".portal-downloads a").eachAttr("href")).containsExactly("/it/download/token-PDF",
                "/it/download/token-PNG");
        assertThat(portal.doubles.asked).isInstanceOfSatisfying(NoCardRequest.class,
                request -> assertThat(request.person().value()).isEqualTo("STP1234567890123"));
    }

    @ParameterizedTest
    @CsvSource({"cuev-abcde1234e, ABCDE1234E", "a1b2 c3d4 e5ft, A1B2C3D4E5FT"})
    void tellsAuthcodeAndCuevApartByForm(String typed, String code) {
        portal.fillIn("/it/certificazione", with(WITH_CODE, "code", typed));
        assertThat(portal.doubles.asked).isInstanceOfSatisfying(CodeRequest.class, request -> {
            assertThat(request.code()).isEqualTo(code);
            assertThat(request.cardExpiry()).isEqualTo("2027-01-31");
        });
    }

    @Test
    void prefersTheTypedCodeToTheWorkAndTakesEither() {
        portal.fillIn("/it/senza-tessera", with(with(NO_CARD, "codiceCaptcha", ""), "captchaWork", "d29yaw=="));
        assertThat(portal.doubles.by.codiceCaptcha()).isEqualTo("d29yaw==");
        portal.fillIn("/it/senza-tessera", with(NO_CARD, "captchaWork", "d29yaw=="));
        assertThat(portal.doubles.by.codiceCaptcha()).isEqualTo(Doubles.CAPTCHA + ".234567");
    }

    @ParameterizedTest
    @CsvSource({"fiscalCode, RSSMRA80A01H501X", "cardLast8, 1234567", "eventType, vaccinazione",
            "eventDate, 31/02/2022",
            "eventDate, 1922-01-31", "language, xx", "language, ${7*7}", "fiscalCode, <script>", "codiceCaptcha, ''"})
    @DisplayName("each error says how to mend the field, and nobody is asked")
    void saysWhichFieldIsToBeMended(String field, String typed) {
        HttpResponse<String> answer = portal.fillIn("/it/authcode", with(AUTHCODE, field, typed));
        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = PageChecks.check("it", answer);
        assertThat(page.title()).startsWith("Errore: ");
        assertThat(page.select(".portal-summary a").eachAttr("href")).containsExactly("#" + field);
        assertThat(page.getElementById(field).attr("aria-describedby")).contains(field + "-error");
        assertThat(portal.doubles.asked).isNull();
        assertThat(page.getElementById("cardLast8").val()).isEqualTo(field.equals("cardLast8") ? typed : "0012 3456");
        assertThat(page.getElementById("codiceCaptcha").val()).isEmpty();
    }

    @Test
    void showsNoCardDigitsAgainOnceTheyWereLookedAt() {
        portal.doubles.answer = Doubles.Answer.NOT_VERIFIED;
        Document page = RunningPages.html(portal.fillIn("/it/authcode", AUTHCODE));
        assertThat(page.getElementById("fiscalCode").val()).isEqualTo("rssmra80a01h501u");
        assertThat(page.getElementById("cardLast8").val()).isEmpty();
    }

    @Test
    @DisplayName("channels.md 7: a link works once; looking does not use it up; the name of the file is neutral")
    void handsADocumentOutOnce() {
        assertThat(portal.send(portal.request("/it/download/token-PDF").HEAD()).statusCode()).isEqualTo(200);
        HttpResponse<String> first = portal.get("/it/download/token-PDF");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(header(first, "Content-Type")).isEqualTo("application/pdf");
        assertThat(header(first, "Content-Disposition")).isEqualTo("attachment; filename=\"certificazione-verde.pdf\"");
        assertThat(header(first, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(first, "X-Robots-Tag")).contains("noindex");
        HttpResponse<String> second = portal.get("/de/download/token-PDF");
        assertThat(second.statusCode()).isEqualTo(404);
        PageChecks.check("de", second);
    }

    @Test
    @DisplayName("T14: a form without the token of our page, or of another page, or from elsewhere, is refused")
    void refusesForeignForms() {
        HttpResponse<String> form = portal.get("/it/authcode");
        Map<String, String> fields = RunningPages.hidden(form);
        fields.putAll(AUTHCODE);
        String body = RunningPages.encoded(fields);
        String cookie = RunningPages.cookie(form);
        String own = portal.origin;
        assertRefused(403, portal.post("/it/authcode", body, "Cookie", cookie, "Origin", "https://evil.example"));
        assertRefused(403, portal.post("/it/authcode", body, "Cookie", cookie, "Origin", "null"));
        assertRefused(403, portal.post("/it/authcode", body, "Cookie", cookie));
        assertRefused(403, portal.post("/it/authcode", body, "Cookie", cookie, "Origin", own, "Sec-Fetch-Site",
                "cross-site"));
        assertRefused(403, portal.post("/it/authcode", body, "Origin", own));
        assertRefused(403, portal.post("/it/authcode", body.replace("token=", "no="), "Cookie", cookie, "Origin", own));
        assertRefused(403, portal.post("/it/senza-tessera", body, "Cookie", cookie, "Origin", own));
        assertRefused(400, portal.post("/it/authcode?fiscalCode=RSSMRA80A01H501U", body, "Cookie", cookie, "Origin",
                own));
        assertRefused(413, portal.post("/it/authcode", body + "&x=" + "x".repeat(4096), "Cookie", cookie, "Origin",
                own));
        assertRefused(415, portal.request("/it/authcode", "Content-Type", "application/json", "Cookie", cookie,
                "Origin", own).POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertRefused(415, portal.request("/it/authcode", "Content-Type",
                "application/x-www-form-urlencoded;charset=utf-7", "Cookie", cookie, "Origin", own)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertRefused(405, portal.post("/it/privacy", "a=b"));
        assertRefused(404, portal.request("/it/nowhere").GET());
        assertThat(portal.doubles.asked).isNull();
        assertThat(portal.send(portal.post("/it/authcode", body, "Cookie", cookie, "Origin", own, "Sec-Fetch-Site",
                "same-origin")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(PageLanguage.class)
    @DisplayName("a surprise is a page too, with neither a stack trace nor what was typed")
    void tellsNothingOfASurprise(PageLanguage language) {
        portal.doubles.answer = Doubles.Answer.SURPRISE;
        HttpResponse<String> answer = portal.fillIn("/" + language.code() + "/authcode", AUTHCODE);
        check(language, answer, 500);
        assertThat(answer.body()).doesNotContainIgnoringCase("RSSMRA80A01H501U").doesNotContain("00123456",
                "0012 3456", "31/01/2022", "surprised", "Exception", "it.dgc", "\tat ");
    }

    @ParameterizedTest
    @CsvSource({"/nowhere, de", "/es/authcode, fr", "/index.html, it", "/it.php, en"})
    @DisplayName("a mistyped address is a page for who asks for one, and for programs a refusal as ever")
    void showsAPageAtAMistypedAddress(String path, String language) {
        HttpResponse<String> page = portal.get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8",
                "Accept-Language", language);
        assertThat(page.statusCode()).isEqualTo(404);
        PageChecks.check(language, page);
        assertThat(header(page, "Vary")).isEqualTo("Accept, Accept-Language");
        HttpResponse<String> problem = portal.get(path, "Accept", "application/json");
        assertThat(problem.statusCode()).isEqualTo(401);
        assertThat(header(problem, "Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/portal/nowhere", "/actuator/env", "/error", "/web/nowhere"})
    void showsNoPageWhereProgramsAsk(String path) {
        assertThat(portal.get(path, "Accept", "text/html").statusCode()).isEqualTo(401);
    }

    @Test
    void keepsItsCookieFromScriptsAndOtherSites() {
        assertThat(header(portal.get("/it/authcode"), "Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Path=/");
    }

    @ParameterizedTest
    @CsvSource({"'', /it", "'de-AT,de;q=0.9,en;q=0.5', /de", "'es,fr;q=0.3', /fr", "'!;;', /it", "zh, /it"})
    void leadsToTheLanguageThatTheBrowserPrefers(String wish, String path) {
        HttpResponse<String> answer = portal.get("/", "Accept-Language", wish);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "Location")).isEqualTo(path);
        assertThat(header(answer, "Vary")).isEqualTo("Accept-Language");
    }

    @Test
    @DisplayName("/v1/dgc/settings points to /web/faq.html#verifica19")
    void answersTheQuestionsOfVerifiers() {
        assertThat(header(portal.get("/web/faq.html"), "Location")).isEqualTo("/it/domande-frequenti");
        assertThat(RunningPages.html(portal.get("/it/domande-frequenti")).getElementById("verifica19")).isNotNull();
    }

    @Test
    @DisplayName("parts stand under a hash of their content and may be kept for ever; others do not exist")
    void servesItsParts() {
        Document page = RunningPages.html(portal.get("/it"));
        for (String part : page.select("link[rel=stylesheet], link[rel=icon]").eachAttr("href")) {
            assertThat(header(portal.get(part), "Cache-Control")).contains("immutable").contains("public");
        }
        String script = page.selectFirst("script").attr("src");
        assertThat(portal.get(script).statusCode()).isEqualTo(200);
        assertThat(portal.get(script.replaceFirst("assets/.", "assets/z")).statusCode()).isEqualTo(404);
    }

    @Test
    void givesFreshWorkToPagesThatStoodOpenForLong() {
        assertThat(portal.get("/it/authcode/captcha").body()).contains("\"maxnumber\":2000", "\"salt\":\"salt&\"");
        portal.doubles.typedOnly = true;
        assertThat(portal.get("/it/authcode/captcha").statusCode()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr"})
    void hasEveryWordInEveryLanguage(String language) {
        assertThat(words(language)).isEqualTo(words("it"));
    }

    private static Set<String> words(String language) {
        ResourceBundle words = ResourceBundle.getBundle("it/dgc/portal/pages/messages",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        assertThat(words.keySet()).noneMatch(key -> words.getString(key).isBlank());
        // One would begin a quotation of MessageFormat.
        assertThat(words.keySet()).noneMatch(key -> words.getString(key).contains("'"));
        return new TreeSet<>(words.keySet());
    }

    private static Map<String, String> with(Map<String, String> fields, String field, String typed) {
        Map<String, String> others = new LinkedHashMap<>(fields);
        others.put(field, typed);
        return others;
    }

    private static Document check(PageLanguage language, HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        return PageChecks.check(language.code(), answer);
    }

    private static void assertSummary(Document page, int faults) {
        assertThat(page.select(".portal-summary[autofocus][tabindex=-1] a")).hasSize(faults);
        assertThat(page.select("[aria-invalid=true], fieldset[aria-describedby]")).hasSize(faults);
    }

    private static void assertRefused(int status, HttpRequest.Builder request) {
        HttpResponse<String> answer = portal.send(request);
        assertThat(answer.statusCode()).isEqualTo(status);
        PageChecks.check("it", answer);
    }
}
