package it.dgc.portal.captcha;

/** How a captcha is solved. */
public enum Kind {
    /** The browser computes, nobody is asked anything. */
    PROOF_OF_WORK,
    /** Digits are read or heard, and typed. */
    TYPED_CODE
}
