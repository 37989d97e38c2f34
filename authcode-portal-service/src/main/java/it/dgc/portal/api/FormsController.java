package it.dgc.portal.api;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

import jakarta.servlet.http.HttpServletRequest;

import it.dgc.common.codes.AuthCode;
import it.dgc.common.codes.Cuev;
import it.dgc.common.codes.HealthCardSuffix;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.common.problem.ProblemException;
import it.dgc.common.problem.ProblemType;
import it.dgc.portal.authcode.AuthcodeRecovery;
import it.dgc.portal.authcode.AuthcodeRequest;
import it.dgc.portal.inquiry.Outcome;
import it.dgc.portal.inquiry.Submission;
import it.dgc.portal.limits.address.TrustedProxies;
import it.dgc.portal.rendering.CertificateDocuments;
import it.dgc.portal.rendering.DocumentLanguage;
import it.dgc.portal.retrieval.CertificateRetrieval;
import it.dgc.portal.retrieval.CodeRequest;
import it.dgc.portal.retrieval.NoCardRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The three forms (Allegato B, chapters 5 and 6). Each takes a JSON object of texts of at most 4 KiB, with all of its fields and no
 * other. Errors, as problems: 400 {@code invalid-request}; 403 for a foreign origin; 413; 415; 422
 * {@code captcha-failed}; 422 {@code not-verified} for everything that is not as it should be about the person, or was tried
 * too often; 503 {@code try-later} with {@code Retry-After}.
 */
@RestController
@RequestMapping("/v1/portal")
class FormsController {

    private static final Duration LATER = Duration.ofSeconds(120);
    private static final String PERSON = "fiscalCode";
    private static final String CARD = "cardLast8";
    private static final String CARD_EXPIRY = "cardExpiry";
    private static final String EVENT_TYPE = "eventType";
    private static final String EVENT_DATE = "eventDate";
    private static final String CODE = "code";
    private static final String LANGUAGE = "language";
    private static final String CAPTCHA = "codiceCaptcha";
    private static final String ONLY_EVENT_TYPE = "esenzione";
    private static final int LONGEST_CAPTCHA = 2048;

    static final Set<String> AUTHCODE_BODY = Set.of(PERSON, CARD, EVENT_TYPE, EVENT_DATE, LANGUAGE, CAPTCHA);
    static final Set<String> NO_CARD_BODY = Set.of(PERSON, EVENT_DATE, LANGUAGE, CAPTCHA);
    static final Set<String> CODE_BODY = Set.of(CODE, CARD, CARD_EXPIRY, LANGUAGE, CAPTCHA);

    private final AuthcodeRecovery recovery;
    private final CertificateRetrieval retrieval;
    private final CertificateDocuments documents;
    private final TrustedProxies proxies;
    private final Semaphore drawing;

    FormsController(AuthcodeRecovery recovery, CertificateRetrieval retrieval, CertificateDocuments documents,
            TrustedProxies proxies, ApiProperties settings) {
        this.recovery = recovery;
        this.retrieval = retrieval;
        this.documents = documents;
        this.proxies = proxies;
        this.drawing = new Semaphore(settings.drawnAtOnce());
    }

    /** @param authCode 12 characters */
    record Code(String authCode) {

        @Override
        public String toString() {
            return "Code[masked]";
        }
    }

    /**
     * @param pdf PDF/A-2a and PDF/UA-1, Base64 in JSON
     * @param png the QR code, Base64 in JSON
     */
    record Files(byte[] pdf, byte[] png) {}

    /** Recovers the AUTHCODE (Table 3). Out: 200 with {@code authCode}. */
    @PostMapping("/authcode")
    Code authcode(HttpServletRequest request) throws IOException {
        ApiBody body = ApiBody.read(request, AUTHCODE_BODY);
        requireEventType(body);
        AuthcodeRequest asked = new AuthcodeRequest(body.as(PERSON, CodiceFiscale::parse),
                body.as(CARD, HealthCardSuffix::parse), body.day(EVENT_DATE), body.language());
        return new Code(given(recovery.recover(asked, submission(body, request))).value());
    }

    /** The certificate of who has no health card (Table 4). Out: 200 with {@code pdf} and {@code png}. */
    @PostMapping("/certificates/no-card")
    Files withoutCard(HttpServletRequest request) throws IOException {
        ApiBody body = ApiBody.read(request, NO_CARD_BODY);
        NoCardRequest asked = new NoCardRequest(body.as(PERSON, CodiceFiscale::parse), body.day(EVENT_DATE),
                body.language());
        return files(given(retrieval.withoutCard(asked, submission(body, request))), asked.language());
    }

    /** The certificate by AUTHCODE or CUEV and health card (section 5.2). Out: 200 with {@code pdf} and {@code png}. */
    @PostMapping("/certificates")
    Files withCode(HttpServletRequest request) throws IOException {
        ApiBody body = ApiBody.read(request, CODE_BODY);
        CodeRequest asked = new CodeRequest(body.as(CODE, FormsController::code),
                body.as(CARD, HealthCardSuffix::parse), body.day(CARD_EXPIRY), body.language());
        return files(given(retrieval.withCode(asked, submission(body, request))), asked.language());
    }

    private static Optional<String> code(String text) {
        return AuthCode.parse(text).map(AuthCode::value).or(() -> Cuev.parse(text).map(Cuev::value));
    }

    private static void requireEventType(ApiBody body) {
        if (!ONLY_EVENT_TYPE.equals(body.text(EVENT_TYPE))) {
            throw new ProblemException(ProblemType.INVALID_REQUEST);
        }
    }

    private Submission submission(ApiBody body, HttpServletRequest request) {
        String captcha = body.text(CAPTCHA);
        if (captcha.isEmpty() || captcha.length() > LONGEST_CAPTCHA) {
            throw new ProblemException(ProblemType.INVALID_REQUEST);
        }
        return new Submission(captcha, proxies.client(request.getRemoteAddr(),
                Collections.list(request.getHeaders("X-Forwarded-For"))));
    }

    private static <T> T given(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Verified<T>(T value) -> value;
            case Outcome.NotVerified<T> no -> throw new ProblemException(ProblemType.NOT_VERIFIED);
            case Outcome.CaptchaFailed<T> no -> throw new ProblemException(ProblemType.CAPTCHA_FAILED);
            case Outcome.TryLater<T> no -> throw new ProblemException(ProblemType.TRY_LATER, LATER);
        };
    }

    private Files files(String qrText, DocumentLanguage language) {
        if (!drawing.tryAcquire()) {
            throw new ProblemException(ProblemType.TRY_LATER, LATER);
        }
        try {
            return new Files(documents.pdf(qrText, language), documents.png(qrText));
        } finally {
            drawing.release();
        }
    }
}
