package it.dgc.portal.captcha;

import java.util.Locale;
import java.util.Optional;

import it.dgc.portal.limits.Form;

/** The captchas (reference: reliability P20). No method throws when the store is away. */
public interface Captchas {

    /**
     * @param form the only one that it will be good for
     * @param wish is followed, unless the operator requires the typed code
     */
    Challenge issue(Form form, Kind wish);

    /**
     * Uses it up, right or wrong: of any number of equal submissions at most one passes.
     *
     * @param form the one that was submitted
     * @param codiceCaptcha the field, whichever kind of solution is in it; may be {@code null}
     */
    Verdict redeem(Form form, String codiceCaptcha);

    /**
     * @param id of a code to type
     * @return always the same PNG for the same id; empty if no such code is open, or nobody can tell
     */
    Optional<byte[]> picture(String id);

    /**
     * @param id of a code to type
     * @param language of the page; Italian where it is none of the four
     * @return always the same WAV for the same id and language; empty if no such code is open, or nobody can tell
     */
    Optional<byte[]> sound(String id, Locale language);
}
