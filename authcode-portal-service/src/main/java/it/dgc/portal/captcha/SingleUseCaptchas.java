package it.dgc.portal.captcha;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import io.micrometer.core.instrument.MeterRegistry;
import it.dgc.portal.captcha.store.OpenCaptcha;
import it.dgc.portal.captcha.store.OpenCaptchas;
import it.dgc.portal.captcha.store.Pressure;
import it.dgc.portal.limits.Form;
import it.dgc.portal.limits.keys.KeyedHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Captchas that the shared store lets pass once. */
final class SingleUseCaptchas implements Captchas {

    /** Challenges, by {@code kind}. */
    static final String ISSUED = "dgc.portal.captcha.issued";
    /** Solutions, by {@code verdict}. */
    static final String REDEEMED = "dgc.portal.captcha.redeemed";

    private static final Logger LOG = LoggerFactory.getLogger(SingleUseCaptchas.class);
    /** 128 bits. */
    private static final int ID_BYTES = 16;
    private static final String ID = "[0-9a-f]{32}";
    /** No captcha is for this use, so whatever is redeemed for it is only used up. */
    private static final String NO_USE = "none";

    private final OpenCaptchas open;
    private final ProofOfWork work;
    private final TypedCodes codes;
    private final CaptchaProperties settings;
    private final KeyedHash hash;
    private final Clock clock;
    private final MeterRegistry meters;
    private final SecureRandom random = new SecureRandom();

    SingleUseCaptchas(OpenCaptchas open, TypedCodes codes, CaptchaProperties settings, KeyedHash hash, Clock clock,
            MeterRegistry meters) {
        this.open = open;
        this.work = new ProofOfWork(hash);
        this.codes = codes;
        this.settings = settings;
        this.hash = hash;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public Challenge issue(Form form, Kind wish) {
        Kind kind = settings.typedCodeRequired() ? Kind.TYPED_CODE : wish;
        try {
            Instant now = clock.instant();
            Pressure pressure = open.issued(now);
            Challenge challenge = switch (kind) {
                case PROOF_OF_WORK -> issueWork(form, now, pressure);
                case TYPED_CODE -> issueCode(form, now);
            };
            meters.counter(ISSUED, "kind", kind.name()).increment();
            return challenge;
        } catch (DataAccessException storeAway) {
            LOG.error("no captcha is issued, because the store is away: {}", storeAway.getClass().getName());
            return new Challenge.Unavailable();
        }
    }

    @Override
    public Verdict redeem(Form form, String codiceCaptcha) {
        Verdict verdict = CodiceCaptcha.parse(codiceCaptcha).map(solution -> judge(form, solution))
                .orElse(Verdict.MALFORMED);
        meters.counter(REDEEMED, "verdict", verdict.name()).increment();
        return verdict;
    }

    @Override
    public Optional<byte[]> picture(String id) {
        return ofOpen(id, codes::picture);
    }

    @Override
    public Optional<byte[]> sound(String id, Locale language) {
        return ofOpen(id, known -> codes.sound(known, language));
    }

    private Challenge issueWork(Form form, Instant now, Pressure pressure) {
        String id = newId();
        Challenge.ProofOfWork challenge = work.challenge(id, form, settings.work().difficulty().maxNumber(pressure),
                now.plus(settings.life()));
        add(id, use(form, Kind.PROOF_OF_WORK), challenge.challenge(), now);
        return challenge;
    }

    private Challenge issueCode(Form form, Instant now) {
        String id = newId();
        add(id, use(form, Kind.TYPED_CODE), codes.code(id), now);
        return new Challenge.TypedCode(id, TypedCodes.DIGITS);
    }

    private void add(String id, String use, String answer, Instant now) {
        open.add(new OpenCaptcha(id, use, answerHash(id, answer), now.plus(settings.life())));
    }

    /** It is taken from the store first, and looked at then: so a wrong answer has used it up. */
    private Verdict judge(Form form, CodiceCaptcha solution) {
        try {
            Instant now = clock.instant();
            boolean right = open.redeem(solution.id(), accepted(form, solution.kind()), now)
                    .filter(answer -> isRight(solution, answer)).isPresent();
            if (!right) {
                open.refused(now);
            }
            return right ? Verdict.PASSED : Verdict.REFUSED;
        } catch (DataAccessException storeAway) {
            LOG.error("no captcha is redeemed, because the store is away: {}", storeAway.getClass().getName());
            return Verdict.UNAVAILABLE;
        }
    }

    private boolean isRight(CodiceCaptcha solution, String answer) {
        return switch (solution) {
            case CodiceCaptcha.Typed typed -> isEqual(answer, answerHash(typed.id(), typed.code()));
            case CodiceCaptcha.Worked worked ->
                isEqual(answer, answerHash(worked.id(), worked.payload().challenge)) && work.isDone(worked.payload());
        };
    }

    private Optional<byte[]> ofOpen(String id, Function<String, byte[]> rendered) {
        try {
            return Optional.ofNullable(id).filter(text -> text.matches(ID))
                    .filter(text -> open.use(text, clock.instant()).filter(SingleUseCaptchas::isTyped).isPresent())
                    .map(rendered);
        } catch (DataAccessException storeAway) {
            LOG.error("no code is shown, because the store is away: {}", storeAway.getClass().getName());
            return Optional.empty();
        }
    }

    private String accepted(Form form, Kind kind) {
        return settings.typedCodeRequired() && kind != Kind.TYPED_CODE ? NO_USE : use(form, kind);
    }

    private static String use(Form form, Kind kind) {
        return form.name() + '/' + kind.name();
    }

    private static boolean isTyped(String use) {
        return use.endsWith(Kind.TYPED_CODE.name());
    }

    private String answerHash(String id, String answer) {
        return hash.text("captcha.answer", id, answer);
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.US_ASCII),
                other.getBytes(StandardCharsets.US_ASCII));
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
