package it.dgc.portal.pages.forms;

import java.util.Optional;

import it.dgc.portal.captcha.Captchas;
import it.dgc.portal.captcha.Challenge;
import it.dgc.portal.captcha.Kind;
import it.dgc.portal.limits.Form;

/**
 * The captcha as a form shows it: work for the browser, where that is enough, and always a code to type.
 *
 * @param code to type
 * @param work for the browser; {@code null} where the operator requires the code
 */
public record CaptchaQuestion(Challenge.TypedCode code, Work work) {

    /** The field that holds the id of the code. */
    static final String ID = "captchaId";
    /** The field that the script fills. */
    static final String WORK = "captchaWork";

    /** Work with the names that ALTCHA (protocol v1) gives it on the wire. */
    public record Work(String algorithm, String challenge, long maxnumber, String salt, String signature) {

        static Work of(Challenge.ProofOfWork work) {
            return new Work(work.algorithm(), work.challenge(), work.maxNumber(), work.salt(), work.signature());
        }
    }

    /** @return empty while there are no captchas */
    static Optional<CaptchaQuestion> ask(Captchas captchas, Form form) {
        return switch (captchas.issue(form, Kind.PROOF_OF_WORK)) {
            case Challenge.ProofOfWork work -> withCode(captchas.issue(form, Kind.TYPED_CODE), Work.of(work));
            case Challenge.TypedCode required -> Optional.of(new CaptchaQuestion(required, null));
            case Challenge.Unavailable none -> Optional.empty();
        };
    }

    /** @return the field {@code codiceCaptcha} as the port takes it: what was typed wins over what was computed */
    static String solution(Entries entries) {
        String typed = entries.text("codiceCaptcha");
        return typed.isEmpty() ? entries.text(WORK) : Challenge.TypedCode.field(entries.text(ID), typed);
    }

    private static Optional<CaptchaQuestion> withCode(Challenge second, Work work) {
        return second instanceof Challenge.TypedCode code
                ? Optional.of(new CaptchaQuestion(code, work))
                : Optional.empty();
    }
}
