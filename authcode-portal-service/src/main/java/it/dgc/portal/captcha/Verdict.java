package it.dgc.portal.captcha;

/** What became of a solution. */
public enum Verdict {
    /** It was right, and cannot be used again. */
    PASSED,
    /** It was wrong, late, used, or for another form: which of them is not told. It cannot be tried again. */
    REFUSED,
    /** It is no solution of any captcha, whatever it was. */
    MALFORMED,
    /** Nobody can tell, because the store is away: nothing is let pass. */
    UNAVAILABLE
}
