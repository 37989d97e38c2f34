package it.dgc.deploy.journeys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import com.fasterxml.jackson.annotation.JsonInclude;
import it.dgc.common.messages.ExemptionNotification;
import it.dgc.common.qr.QrReader;
import it.dgc.deploy.local.platform.RunningPlatform;
import it.dgc.deploy.outbox.AcceptedMail;
import it.dgc.deploy.sistemats.SyntheticRegister;
import it.dgc.deploy.sistemats.Validity;
import it.dgc.portal.limits.keys.KeyedHash;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The portal as citizens meet it: a browser, a keyboard, and the platform behind its edge. */
@DisplayName("Citizens recover their code and their certificate (Allegato B, chapters 5 and 6)")
class PortalJourneyTest {

    private static final boolean FULL = "full".equals(System.getProperty("size"));
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Rome"));
    private static final LocalDate FROM = TODAY.minusDays(3);
    private static final String CARD = "80380001201234567890";
    private static final String CARD_END = CARD.substring(12);
    private static final LocalDate CARD_EXPIRY = LocalDate.of(2031, 5, 14);
    /** Where pictures of all pages are wanted: a folder. */
    private static final Optional<Path> PICTURES = Optional.ofNullable(System.getProperty("dgc.screenshots"))
            .map(Path::of);
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

    @TempDir
    private static Path directory;
    private static Dgc platform;
    private static String edge;
    private static String fiscalCode;
    private static String cardless;
    private static String certificate;
    private static String certificateOfCardless;
    private static final Map<String, String> SUBJECTS_OF_NOTICES = Map.of("it", "Il tuo certificato è stato recuperato",
            "en", "Your certificate was recovered", "de", "Ihre Bescheinigung wurde abgerufen", "fr",
            "Votre certificat a été récupéré");
    private static final Map<Boolean, Browser> BROWSERS = new HashMap<>();

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Browser.isHere(), "Chromium and its driver are not installed");
        platform = Dgc.up(directory, Map.of("DGC_LIMITS_ADDRESS", "1000"));
        edge = RunningPlatform.require(directory.resolve("D")).server().replace("127.0.0.1", "localhost");
        SyntheticRegister register = new SyntheticRegister(Instant.now().toEpochMilli());
        List<ExemptionNotification> notified = Stream.generate(
                () -> register.next(Instant.now(), Validity.between(FROM, TODAY.plusDays(60))))
                .filter(PortalJourneyTest::hasEmail).limit(2).toList();
        fiscalCode = notified.get(0).holder().fiscalCode();
        cardless = notified.get(1).holder().fiscalCode();
        certificate = issue(notified.get(0));
        certificateOfCardless = issue(notified.get(1));
        card(fiscalCode, "--number", CARD, "--expiry", CARD_EXPIRY.toString());
        card(cardless, "--none");
    }

    @AfterAll
    static void stop() {
        BROWSERS.values().forEach(Browser::close);
        if (platform != null) {
            platform.close();
        }
    }

    /** Without scripts the pages are the same in all languages but for their words, which the portal's own tests look at. */
    static Stream<Arguments> languagesAndScripts() {
        return Stream.of("it", "en", "de", "fr").flatMap(language -> Stream.of(true, false)
                .filter(scripts -> scripts || FULL || "it".equals(language))
                .map(scripts -> Arguments.of(language, scripts)));
    }

    @ParameterizedTest(name = "{0}, scripts: {1}")
    @MethodSource("languagesAndScripts")
    @DisplayName("by keyboard only, in four languages, with and without scripts; the registered contact is told")
    void walksAllThreeJourneys(String language, boolean scripts) throws Exception {
        Browser browser = browser(scripts);
        assertThat(browser.hasScripts()).isEqualTo(scripts);

        open(browser, language, "authcode");
        browser.type("fiscalCode", fiscalCode.toLowerCase());
        browser.type("cardLast8", CARD_END);
        browser.type("eventDate", FROM);
        send(browser);
        String code = browser.text(".portal-code");
        assertThat(code.replaceAll("[^A-Z0-9]", "")).hasSize(12);
        look(browser, language, "authcode-done");

        open(browser, language, "certificazione");
        browser.type("code", code);
        browser.type("cardLast8", CARD_END);
        browser.type("cardExpiry", CARD_EXPIRY);
        send(browser);
        assertThat(shown(browser)).isEqualTo(certificate);
        assertIsTakenHomeOnce(browser);
        look(browser, language, "certificazione-done");

        open(browser, language, "senza-tessera");
        browser.type("fiscalCode", cardless);
        browser.type("eventDate", FROM);
        send(browser);
        assertThat(shown(browser)).isEqualTo(certificateOfCardless);
        assertThat(browser.address()).endsWith("/" + language + "/senza-tessera");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(AcceptedMail.readAll(
                directory.resolve("D"))).extracting(AcceptedMail::subject).contains(SUBJECTS_OF_NOTICES.get(language)));
    }

    @Test
    @DisplayName("whatever is wrong about a person gets one answer, and a field that is wrong says how to mend it")
    void tellsWhatToMendAndNothingElse() throws Exception {
        Browser browser = browser(true);
        List<String> answers = new ArrayList<>();
        for (String wrong : List.of("card", "day", "person")) {
            open(browser, "it", "authcode");
            browser.type("fiscalCode", "person".equals(wrong) ? "MRARSS75P14H501I" : fiscalCode);
            browser.type("cardLast8", "card".equals(wrong) ? "00000000" : CARD_END);
            browser.type("eventDate", "day".equals(wrong) ? FROM.minusDays(1) : FROM);
            send(browser);
            answers.add(browser.text(".portal-summary"));
            assertThat(browser.focused()).contains("portal-summary");
        }
        assertThat(answers).allMatch(answers.getFirst()::equals);
        look(browser, "it", "authcode-not-verified");

        for (String form : List.of("authcode", "certificazione", "senza-tessera")) {
            open(browser, "it", form);
            send(browser);
            assertThat(browser.focused()).contains("portal-summary");
            look(browser, "it", form + "-to-mend");
        }
    }

    @ParameterizedTest
    @CsvSource({"it", "en", "de", "fr"})
    @DisplayName("axe-core finds no violation on any page")
    void hasNoBarriers(String language) throws Exception {
        Browser browser = browser(true);
        for (String page : List.of("", "/authcode", "/certificazione", "/senza-tessera", "/che-cos-e",
                "/domande-frequenti", "/privacy", "/accessibilita", "/nowhere")) {
            browser.visit(edge + "/" + language + page);
            look(browser, language, page.isEmpty() ? "home" : page.substring(1));
        }
    }

    private static boolean hasEmail(ExemptionNotification notification) {
        return notification.contact() != null && notification.contact().email() != null;
    }

    private static void open(Browser browser, String language, String form) {
        browser.visit(edge + "/" + language + "/" + form);
    }

    /** Without scripts the code of the picture is typed; who has the key of the portal can tell it without looking. */
    private static void send(Browser browser) throws IOException {
        if (!browser.hasScripts()) {
            String id = browser.find("input[name=captchaId]").orElseThrow().getDomAttribute("value");
            browser.type("codiceCaptcha", typedCode(id));
        }
        browser.submit();
    }

    private static String typedCode(String id) throws IOException {
        Path key = directory.resolve("D/portal-secrets/portal-hash.key");
        ByteBuffer random = ByteBuffer.wrap(new KeyedHash(Base64.getDecoder().decode(Files.readString(key).strip()))
                .bytes("captcha.code", id));
        return Stream.generate(() -> 2 + Integer.remainderUnsigned(random.getInt(), 7)).limit(6)
                .map(String::valueOf).reduce("", String::concat);
    }

    private static String shown(Browser browser) throws IOException {
        String image = browser.find(".portal-qr").orElseThrow(() -> new AssertionError(browser.text("main")))
                .getDomAttribute("src");
        byte[] png = Base64.getDecoder().decode(image.substring(image.indexOf(',') + 1));
        return QrReader.read(ImageIO.read(new ByteArrayInputStream(png))).orElseThrow();
    }

    private static void assertIsTakenHomeOnce(Browser browser) throws Exception {
        String link = browser.find(".portal-downloads a").orElseThrow().getDomProperty("href");
        HttpResponse<byte[]> document = get(link);
        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(document.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(document.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(get(link).statusCode()).isEqualTo(404);
        Path file = Files.write(directory.resolve("taken-home.pdf"), document.body());
        if (PICTURES.isPresent()) {
            Files.createDirectories(PICTURES.get());
            Files.copy(file, PICTURES.get().resolve("certificate.pdf"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static HttpResponse<byte[]> get(String address) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());
        }
    }

    private static void look(Browser browser, String language, String state) throws IOException {
        if (browser.hasScripts()) {
            assertThat(browser.violations()).as("%s, %s", language, state).isEmpty();
        }
        if (PICTURES.isPresent() && browser.hasScripts() && "it".equals(language)) {
            browser.picture(PICTURES.get().resolve(state + "-desktop.png"), Browser.DESKTOP);
            browser.picture(PICTURES.get().resolve(state + "-phone.png"), Browser.PHONE);
        }
    }

    private static Browser browser(boolean scripts) {
        return BROWSERS.computeIfAbsent(scripts, Browser::open);
    }

    private static String issue(ExemptionNotification notification) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve(notification.cuev() + ".json"),
                JSON.writeValueAsString(notification));
        Dgc.Result sent = Dgc.run(directory, "notify", "--data-dir", "D", "--wait", file.toString());
        assertThat(sent.exitCode()).as("%s", sent.lines()).isZero();
        return sent.lines().getFirst().split("\t")[2];
    }

    private static void card(String person, String... change) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("card", "--data-dir", "D", person));
        command.addAll(List.of(change));
        Dgc.run(directory, command.toArray(String[]::new));
    }
}
