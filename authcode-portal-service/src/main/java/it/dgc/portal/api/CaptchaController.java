package it.dgc.portal.api;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import it.dgc.common.problem.ProblemException;
import it.dgc.common.problem.ProblemType;
import it.dgc.portal.captcha.Captchas;
import it.dgc.portal.captcha.Challenge;
import it.dgc.portal.captcha.Kind;
import it.dgc.portal.limits.Form;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Captchas for the field {@code codiceCaptcha}. Errors, as problems: 400, 404, 429 and 503 with {@code Retry-After}. */
@RestController
@RequestMapping("/v1/portal/captcha")
class CaptchaController {

    private static final Duration LATER = Duration.ofSeconds(120);
    private static final String ID = "{id:[0-9a-f]{32}}";
    private static final Map<String, Form> FORMS = Map.of("authcode", Form.AUTHCODE, "no-card",
            Form.CERTIFICATE_WITHOUT_CARD, "certificate", Form.CERTIFICATE_WITH_CODE);
    private static final Map<String, Kind> KINDS = Map.of("work", Kind.PROOF_OF_WORK, "code", Kind.TYPED_CODE);
    private static final Map<String, Locale> LANGUAGES = Map.of("it", Locale.ITALIAN, "en", Locale.ENGLISH, "de",
            Locale.GERMAN, "fr", Locale.FRENCH);

    private final Captchas captchas;
    private final Semaphore drawing;

    CaptchaController(Captchas captchas, ApiProperties settings) {
        this.captchas = captchas;
        this.drawing = new Semaphore(settings.drawnAtOnce());
    }

    /**
     * ALTCHA's protocol, v1.
     *
     * @param algorithm {@code SHA-256}
     * @param challenge hash, hexadecimal
     * @param maxnumber the number is below
     * @param salt comes before the number
     * @param signature ours
     */
    record Work(String algorithm, String challenge, long maxnumber, String salt, String signature) {}

    /**
     * @param id names it; {@code codiceCaptcha} is this, a full stop and what was typed
     * @param digits how many there are
     * @param image address of the picture
     * @param sound address of the sound
     */
    record Code(String id, int digits, String image, String sound) {}

    /** In: {@code form} authcode, no-card or certificate; {@code kind} work (default) or code. Out: 200 with the challenge. */
    @GetMapping
    Object issue(@RequestParam String form, @RequestParam(defaultValue = "work") String kind) {
        return switch (captchas.issue(known(FORMS, form), known(KINDS, kind))) {
            case Challenge.ProofOfWork work -> new Work(work.algorithm(), work.challenge(), work.maxNumber(),
                    work.salt(), work.signature());
            case Challenge.TypedCode(String id, int digits) -> new Code(id, digits, "/v1/portal/captcha/" + id + ".png",
                    "/v1/portal/captcha/" + id + ".wav");
            case Challenge.Unavailable unavailable -> throw later();
        };
    }

    /** Out: 200 with the picture of an open code. */
    @GetMapping(path = "/" + ID + ".png", produces = MediaType.IMAGE_PNG_VALUE)
    byte[] picture(@PathVariable String id) {
        return drawn(() -> captchas.picture(id));
    }

    /** In: {@code language}, Italian by default. Out: 200 with the sound of an open code. */
    @GetMapping(path = "/" + ID + ".wav", produces = "audio/wav")
    byte[] sound(@PathVariable String id, @RequestParam(defaultValue = "it") String language) {
        Locale spoken = known(LANGUAGES, language);
        return drawn(() -> captchas.sound(id, spoken));
    }

    private byte[] drawn(Supplier<Optional<byte[]>> drawer) {
        if (!drawing.tryAcquire()) {
            throw later();
        }
        try {
            return drawer.get().orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
        } finally {
            drawing.release();
        }
    }

    private static <T> T known(Map<String, T> names, String name) {
        return Optional.ofNullable(names.get(name))
                .orElseThrow(() -> new ProblemException(ProblemType.INVALID_REQUEST));
    }

    private static ProblemException later() {
        return new ProblemException(ProblemType.TRY_LATER, LATER);
    }
}
