package it.dgc.portal.captcha;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import it.dgc.common.codes.Sha256;
import it.dgc.portal.captcha.Challenge.ProofOfWork;
import it.dgc.portal.captcha.Challenge.TypedCode;
import it.dgc.portal.limits.AtOnce;
import it.dgc.portal.limits.Form;
import it.dgc.portal.limits.MutableClock;
import it.dgc.portal.limits.TestStore;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.MongoTemplate;

import static it.dgc.portal.captcha.CaptchaRoom.solved;
import static it.dgc.portal.captcha.CaptchaRoom.wrong;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("P20: captcha: one use, 120 s, one try, bound to its form")
class SingleUseCaptchasTest {

    private final TestStore store = new TestStore();
    private final MongoTemplate template = store.template();
    private final MutableClock clock = MutableClock.pinned("2022-02-01T12:00:00Z");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Captchas captchas = CaptchaRoom.on(template, clock, CaptchaRoom.LIGHT, meters);
    private final Captchas other = CaptchaRoom.on(store.template(), clock);

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void passesWhoeverSolvesItEvenOnAnotherInstance(Kind kind) {
        assertThat(other.redeem(Form.AUTHCODE, solved(captchas.issue(Form.AUTHCODE, kind)))).isEqualTo(Verdict.PASSED);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    @DisplayName("200 parallel submits of one solved captcha: 1 passes")
    void passesOneOfTwoHundredSubmissions(Kind kind) {
        String field = solved(captchas.issue(Form.AUTHCODE, kind));
        List<Verdict> verdicts = AtOnce.run(200,
                caller -> (caller % 2 == 0 ? captchas : other).redeem(Form.AUTHCODE, field));
        assertThat(verdicts).filteredOn(Verdict.PASSED::equals).hasSize(1);
        assertThat(verdicts).filteredOn(Verdict.REFUSED::equals).hasSize(199);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void remembersAcrossARestartWhatIsUsed(Kind kind) {
        String used = solved(captchas.issue(Form.AUTHCODE, kind));
        String unused = solved(captchas.issue(Form.AUTHCODE, kind));
        assertThat(captchas.redeem(Form.AUTHCODE, used)).isEqualTo(Verdict.PASSED);
        Captchas restarted = CaptchaRoom.on(store.template(), clock);
        assertThat(restarted.redeem(Form.AUTHCODE, used)).isEqualTo(Verdict.REFUSED);
        assertThat(restarted.redeem(Form.AUTHCODE, unused)).isEqualTo(Verdict.PASSED);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    @DisplayName("wrong answer burns it")
    void refusesTheRightAnswerAfterAWrongOne(Kind kind) {
        Challenge challenge = captchas.issue(Form.AUTHCODE, kind);
        assertThat(captchas.redeem(Form.AUTHCODE, wrong(challenge))).isEqualTo(Verdict.REFUSED);
        assertThat(other.redeem(Form.AUTHCODE, solved(challenge))).isEqualTo(Verdict.REFUSED);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void isGoodForAHundredAndTwentySecondsAndNotForMore(Kind kind) {
        String inTime = solved(captchas.issue(Form.AUTHCODE, kind));
        String late = solved(captchas.issue(Form.AUTHCODE, kind));
        clock.advance(Duration.ofSeconds(120));
        assertThat(captchas.redeem(Form.AUTHCODE, inTime)).isEqualTo(Verdict.PASSED);
        clock.advance(Duration.ofSeconds(1));
        assertThat(captchas.redeem(Form.AUTHCODE, late)).isEqualTo(Verdict.REFUSED);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    @DisplayName("cross-form refused")
    void isGoodForItsFormAlone(Kind kind) {
        String field = solved(captchas.issue(Form.AUTHCODE, kind));
        assertThat(captchas.redeem(Form.CERTIFICATE_WITHOUT_CARD, field)).isEqualTo(Verdict.REFUSED);
        assertThat(captchas.redeem(Form.AUTHCODE, field)).as("one try").isEqualTo(Verdict.REFUSED);
    }

    @Test
    void refusesTheCodeOfAnotherCaptcha() {
        TypedCode one = (TypedCode) captchas.issue(Form.AUTHCODE, Kind.TYPED_CODE);
        String another = solved(captchas.issue(Form.AUTHCODE, Kind.TYPED_CODE));
        assertThat(captchas.redeem(Form.AUTHCODE, TypedCode.field(one.id(), another.substring(33))))
                .isEqualTo(Verdict.REFUSED);
    }

    @Test
    @DisplayName("channels 7, 17: challenge splicing")
    void refusesWorkThatWasDoneForAnotherCaptcha() {
        ProofOfWork one = (ProofOfWork) captchas.issue(Form.AUTHCODE, Kind.PROOF_OF_WORK);
        ProofOfWork two = (ProofOfWork) captchas.issue(Form.AUTHCODE, Kind.PROOF_OF_WORK);
        ProofOfWork spliced = new ProofOfWork(two.algorithm(), two.challenge(), two.maxNumber(), one.salt(),
                two.signature());
        assertThat(captchas.redeem(Form.AUTHCODE, CaptchaRoom.payload(spliced, CaptchaRoom.number(two))))
                .isEqualTo(Verdict.REFUSED);
        ProofOfWork renamed = new ProofOfWork("SHA-1", two.challenge(), two.maxNumber(), two.salt(), two.signature());
        assertThat(captchas.redeem(Form.AUTHCODE, CaptchaRoom.payload(renamed, CaptchaRoom.number(two))))
                .isEqualTo(Verdict.REFUSED);
    }

    @Test
    void refusesAChallengeThatSomebodyElseHasMade() {
        ProofOfWork ours = (ProofOfWork) captchas.issue(Form.AUTHCODE, Kind.PROOF_OF_WORK);
        ProofOfWork theirs = new ProofOfWork(ours.algorithm(), Sha256.hex(ours.salt() + 7), 10,
                ours.salt(), ours.signature());
        assertThat(captchas.redeem(Form.AUTHCODE, CaptchaRoom.payload(theirs, 7))).isEqualTo(Verdict.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s %s", "%s-%s", " %s%s ", "%s\u00a0%s"})
    void takesACodeAsPeopleTypeIt(String typed) {
        String field = solved(captchas.issue(Form.AUTHCODE, Kind.TYPED_CODE));
        String code = typed.formatted(field.substring(33, 36), field.substring(36));
        assertThat(captchas.redeem(Form.AUTHCODE, TypedCode.field(field.substring(0, 32), code)))
                .isEqualTo(Verdict.PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%s\u200b", "%s0", "x%s", "{\"$ne\":1}"})
    @DisplayName("E11: empty; wrong; zero-width: 422, burnt")
    void burnsWhatIsNoCode(String typed) {
        String field = solved(captchas.issue(Form.AUTHCODE, Kind.TYPED_CODE));
        String id = field.substring(0, 32);
        assertThat(captchas.redeem(Form.AUTHCODE, TypedCode.field(id, typed.replace("%s", field.substring(33)))))
                .isEqualTo(Verdict.REFUSED);
        assertThat(captchas.redeem(Form.AUTHCODE, field)).isEqualTo(Verdict.REFUSED);
    }

    static Stream<String> shapes() {
        String id = "0123456789abcdef0123456789abcdef";
        return Stream.of(null, "", ".", "a.b", id, "." + id, id.toUpperCase(Locale.ROOT) + ".234567", id + "0.234567",
                id + "." + "2".repeat(65), "x".repeat(100_000), "{\"$ne\":1}", base64("{}"), base64("[]"),
                base64("null"), base64("{\"salt\":\"00?id=" + id + "&\"}"),
                base64("{\"salt\":\"00?id=" + id + "&\",\"number\":\"1\"}"),
                base64("{\"salt\":\"00?id=" + id + "&\",\"number\":1.5}"),
                base64("{\"salt\":{\"a\":1},\"number\":1}"), base64("{\"salt\":\"00?id=1&\",\"number\":1}"),
                base64("{\"number\":1,\"number\":1,\"salt\":\"00?id=" + id + "&\"}"),
                base64("[".repeat(1200)), base64("{\"salt\":"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    @DisplayName("E10, E11: 400 for shape")
    void callsMalformedWhatNamesNoCaptcha(String field) {
        assertThat(captchas.redeem(Form.AUTHCODE, field)).isEqualTo(Verdict.MALFORMED);
    }

    @Test
    void refusesACaptchaThatNeverWas() {
        assertThat(captchas.redeem(Form.AUTHCODE, "0123456789abcdef0123456789abcdef.234567"))
                .isEqualTo(Verdict.REFUSED);
        String id = "0123456789abcdef0123456789abcdef";
        for (String number : List.of("1", "-1", "99999999999999999999")) {
            assertThat(captchas.redeem(Form.AUTHCODE, base64("{\"salt\":\"00?id=" + id + "&\",\"number\":" + number
                    + "}"))).isEqualTo(Verdict.REFUSED);
        }
    }

    @Test
    @DisplayName("an operator's setting can require the typed code")
    void takesOnlyTheTypedCodeWhereItIsRequired() {
        String work = solved(captchas.issue(Form.AUTHCODE, Kind.PROOF_OF_WORK));
        Captchas strict = CaptchaRoom.on(template, clock, Map.of("dgc.captcha.typed-code-required", "true"), meters);
        assertThat(strict.redeem(Form.AUTHCODE, work)).isEqualTo(Verdict.REFUSED);
        assertThat(captchas.redeem(Form.AUTHCODE, work)).as("it is used up").isEqualTo(Verdict.REFUSED);
        Challenge challenge = strict.issue(Form.AUTHCODE, Kind.PROOF_OF_WORK);
        assertThat(challenge).isInstanceOf(TypedCode.class);
        assertThat(strict.redeem(Form.AUTHCODE, solved(challenge))).isEqualTo(Verdict.PASSED);
    }

    @Test
    @DisplayName("difficulty raised under attack, by what all instances see")
    void asksForMoreWorkUnderAttackAndForLessAfterwards() {
        Map<String, String> nervous = Map.of("dgc.captcha.work.easiest", "1000", "dgc.captcha.work.hardest", "5000",
                "dgc.captcha.work.calm-issued", "1000", "dgc.captcha.work.calm-refused", "2");
        Captchas shy = CaptchaRoom.on(template, clock, nervous, meters);
        assertThat(maxNumber(shy)).isEqualTo(1000);
        fail(other, 4);
        assertThat(maxNumber(shy)).isEqualTo(2000);
        fail(other, 20);
        assertThat(maxNumber(shy)).as("the ceiling").isEqualTo(5000);
        clock.advance(Duration.ofMinutes(2));
        assertThat(maxNumber(shy)).isEqualTo(1000);
    }

    @Test
    @DisplayName("fail closed when the store is away")
    void letsNobodyPassAndThrowsNothingWhileTheStoreIsAway() {
        Challenge code = captchas.issue(Form.AUTHCODE, Kind.TYPED_CODE);
        Captchas away = CaptchaRoom.on(store.away(), clock);
        assertThat(away.issue(Form.AUTHCODE, Kind.PROOF_OF_WORK)).isEqualTo(new Challenge.Unavailable());
        assertThat(away.redeem(Form.AUTHCODE, solved(code))).isEqualTo(Verdict.UNAVAILABLE);
        assertThat(away.picture(((TypedCode) code).id())).isEmpty();
    }

    @Test
    @DisplayName("10^6 ids distinct, id >= 128 bits (here: 3,000 of 32 hexadecimal characters)")
    void givesEachItsOwnId() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 3000; i++) {
            ids.add(((TypedCode) captchas.issue(Form.AUTHCODE, Kind.TYPED_CODE)).id());
        }
        assertThat(ids).hasSize(3000).allMatch(id -> id.matches("[0-9a-f]{32}"));
    }

    @Test
    @DisplayName("answer kept only as keyed hash")
    void storesNeitherCodeNorChallenge() {
        String code = solved(captchas.issue(Form.AUTHCODE, Kind.TYPED_CODE)).substring(33);
        ProofOfWork work = (ProofOfWork) captchas.issue(Form.AUTHCODE, Kind.PROOF_OF_WORK);
        List<Document> stored = template.findAll(Document.class, "captchas");
        assertThat(stored).hasSize(2).allSatisfy(document -> {
            assertThat(document.keySet()).containsExactlyInAnyOrder("_id", "use", "answer", "open", "expiresAt");
            assertThat(document.getString("answer")).hasSize(43);
        });
        assertThat(stored).extracting(document -> document.getString("answer")).doesNotContain(code,
                Sha256.hex(code), work.challenge());
    }

    @Test
    void showsAndSpeaksACodeAsLongAsItIsOpen() {
        TypedCode code = (TypedCode) captchas.issue(Form.AUTHCODE, Kind.TYPED_CODE);
        byte[] picture = captchas.picture(code.id()).orElseThrow();
        assertThat(other.picture(code.id()).orElseThrow()).as("the same on every instance").isEqualTo(picture);
        assertThat(other.sound(code.id(), Locale.GERMAN).orElseThrow())
                .isEqualTo(captchas.sound(code.id(), Locale.GERMAN).orElseThrow())
                .isNotEqualTo(captchas.sound(code.id(), Locale.ITALIAN).orElseThrow());
        captchas.redeem(Form.AUTHCODE, wrong(code));
        assertThat(captchas.picture(code.id())).isEmpty();
        assertThat(captchas.sound(code.id(), Locale.GERMAN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0123456789abcdef0123456789abcdef", "../../etc/passwd"})
    void showsNothingOfWhatIsNoOpenCode(String id) {
        assertThat(captchas.picture(id)).isEmpty();
        assertThat(captchas.picture(null)).isEmpty();
    }

    @Test
    void showsNoPictureOfWork() {
        String field = solved(captchas.issue(Form.AUTHCODE, Kind.PROOF_OF_WORK));
        assertThat(captchas.picture(CodiceCaptcha.parse(field).orElseThrow().id())).isEmpty();
    }

    @Test
    void countsVerdictsAndKinds() {
        captchas.redeem(Form.AUTHCODE, solved(captchas.issue(Form.AUTHCODE, Kind.TYPED_CODE)));
        captchas.redeem(Form.AUTHCODE, "");
        assertThat(meters.get(SingleUseCaptchas.ISSUED).tag("kind", "TYPED_CODE").counter().count()).isEqualTo(1);
        assertThat(meters.get(SingleUseCaptchas.REDEEMED).tag("verdict", "PASSED").counter().count()).isEqualTo(1);
        assertThat(meters.get(SingleUseCaptchas.REDEEMED).tag("verdict", "MALFORMED").counter().count()).isEqualTo(1);
    }

    private static long maxNumber(Captchas captchas) {
        return ((ProofOfWork) captchas.issue(Form.AUTHCODE, Kind.PROOF_OF_WORK)).maxNumber();
    }

    private static void fail(Captchas captchas, int times) {
        for (int i = 0; i < times; i++) {
            captchas.redeem(Form.AUTHCODE, "0123456789abcdef0123456789abcdef.234567");
        }
    }

    private static String base64(String json) {
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
