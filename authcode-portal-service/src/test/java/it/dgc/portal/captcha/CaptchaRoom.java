package it.dgc.portal.captcha;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import it.dgc.portal.captcha.Challenge.ProofOfWork;
import it.dgc.portal.captcha.Challenge.TypedCode;
import it.dgc.portal.captcha.senses.DigitPicture;
import it.dgc.portal.captcha.senses.DigitSpeech;
import it.dgc.portal.captcha.store.TestCaptchas;
import it.dgc.portal.limits.keys.KeyedHash;
import org.altcha.altcha.Altcha;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Captchas for tests, and citizens who solve them: the one with a browser, the one with eyes. */
final class CaptchaRoom {

    static final KeyedHash HASH = new KeyedHash(new byte[32]);
    /** So that the tests do not spend their time with work. */
    static final Map<String, String> LIGHT = Map.of("dgc.captcha.work.easiest", "1000");

    private static final TypedCodes CODES = new TypedCodes(HASH, DigitPicture.load(), DigitSpeech.load());

    private CaptchaRoom() {}

    static Captchas on(MongoTemplate template, Clock clock) {
        return on(template, clock, LIGHT, new SimpleMeterRegistry());
    }

    static Captchas on(MongoTemplate template, Clock clock, Map<String, String> settings, MeterRegistry meters) {
        return new SingleUseCaptchas(TestCaptchas.on(template), CODES, settings(settings), HASH, clock, meters);
    }

    static CaptchaProperties settings(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("dgc.captcha",
                CaptchaProperties.class);
    }

    static String solved(Challenge challenge) {
        return switch (challenge) {
            case ProofOfWork work -> payload(work, number(work));
            case TypedCode code -> TypedCode.field(code.id(), CODES.code(code.id()));
            case Challenge.Unavailable none -> throw new IllegalStateException("There is nothing to solve: " + none);
        };
    }

    static String wrong(Challenge challenge) {
        return switch (challenge) {
            case ProofOfWork work -> payload(work, number(work) + 1);
            case TypedCode code -> TypedCode.field(code.id(), "999999");
            case Challenge.Unavailable none -> throw new IllegalStateException("There is nothing to solve: " + none);
        };
    }

    static String payload(ProofOfWork work, long number) {
        String json = """
                {"algorithm":"%s","challenge":"%s","number":%d,"salt":"%s","signature":"%s","took":12}""".formatted(
                work.algorithm(), work.challenge(), number, work.salt(), work.signature());
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    static long number(ProofOfWork work) {
        try {
            return Altcha.solveChallenge(work.challenge(), work.salt(), Altcha.Algorithm.SHA256, work.maxNumber(),
                    0).number;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
