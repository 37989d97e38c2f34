package it.dgc.portal.pages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import it.dgc.common.codes.AuthCode;
import it.dgc.portal.authcode.AuthcodeRecovery;
import it.dgc.portal.authcode.AuthcodeRequest;
import it.dgc.portal.captcha.Captchas;
import it.dgc.portal.captcha.Challenge;
import it.dgc.portal.captcha.Kind;
import it.dgc.portal.captcha.Verdict;
import it.dgc.portal.inquiry.Outcome;
import it.dgc.portal.inquiry.Submission;
import it.dgc.portal.limits.Form;
import it.dgc.portal.rendering.DocumentLanguage;
import it.dgc.portal.retrieval.CertificateRetrieval;
import it.dgc.portal.retrieval.CodeRequest;
import it.dgc.portal.retrieval.DocumentKind;
import it.dgc.portal.retrieval.Downloads;
import it.dgc.portal.retrieval.NoCardRequest;

/** Everything behind the pages answers as it is told, and remembers what it was asked. */
final class Doubles implements AuthcodeRecovery, CertificateRetrieval, Downloads, Captchas {

    static final AuthCode CODE = AuthCode.derive(new byte[16]);
    static final String QR_TEXT = "HC1:6BFOXN";
    static final String CAPTCHA = "0123456789abcdef0123456789abcdef";

    volatile Answer answer = Answer.VERIFIED;
    volatile boolean store = true;
    volatile boolean typedOnly;
    volatile Object asked;
    volatile Submission by;
    final AtomicInteger taken = new AtomicInteger();

    enum Answer {
        VERIFIED, NOT_VERIFIED, CAPTCHA_FAILED, TRY_LATER, SURPRISE
    }

    void forget() {
        answer = Answer.VERIFIED;
        store = true;
        typedOnly = false;
        asked = null;
        by = null;
        taken.set(0);
    }

    @Override
    public Outcome<AuthCode> recover(AuthcodeRequest request, Submission from) {
        return told(request, from, CODE);
    }

    @Override
    public Outcome<String> withoutCard(NoCardRequest request, Submission from) {
        return told(request, from, QR_TEXT);
    }

    @Override
    public Outcome<String> withCode(CodeRequest request, Submission from) {
        return told(request, from, QR_TEXT);
    }

    @Override
    public Optional<String> offer(String qrText, DocumentLanguage language, DocumentKind kind) {
        return store ? Optional.of("token-" + kind) : Optional.empty();
    }

    @Override
    public Optional<Download> take(String token) {
        return token.startsWith("token-") && taken.getAndIncrement() == 0
                ? Optional.of(new Download(DocumentKind.valueOf(token.substring(6)), new byte[]{1, 2, 3}))
                : Optional.empty();
    }

    @Override
    public Challenge issue(Form form, Kind wish) {
        if (!store) {
            return new Challenge.Unavailable();
        }
        return wish == Kind.TYPED_CODE || typedOnly
                ? new Challenge.TypedCode(CAPTCHA, 6)
                : new Challenge.ProofOfWork("SHA-256", CHALLENGE, 2000, "salt&", "signature");
    }

    /** SHA-256 of {@code salt&1234}. */
    static final String CHALLENGE = HexFormat.of().formatHex(digest("salt&1234"));

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Verdict redeem(Form form, String codiceCaptcha) {
        throw new AssertionError("the forms redeem, not the pages");
    }

    @Override
    public Optional<byte[]> picture(String id) {
        return Optional.empty();
    }

    @Override
    public Optional<byte[]> sound(String id, Locale language) {
        return Optional.empty();
    }

    private <T> Outcome<T> told(Object request, Submission from, T value) {
        asked = request;
        by = from;
        return switch (answer) {
            case VERIFIED -> new Outcome.Verified<>(value);
            case NOT_VERIFIED -> new Outcome.NotVerified<>();
            case CAPTCHA_FAILED -> new Outcome.CaptchaFailed<>();
            case TRY_LATER -> new Outcome.TryLater<>();
            case SURPRISE -> throw new IllegalStateException("surprised by RSSMRA80A01H501U and 00123456");
        };
    }
}
