package it.dgc.portal.limits;

/** What was reached; for metrics, and never for the answer. */
public enum Bound {
    /** Submissions of one address block. */
    ADDRESS,
    /** Failures about one person, or one code. */
    PERSON,
    /** Failures with one card and date, whoever they were about. */
    CARD_AND_DATE,
    /** Submissions of everybody together. */
    EVERYBODY,
    /** Requests of one address block that issue, show or speak captchas. */
    CAPTCHAS
}
