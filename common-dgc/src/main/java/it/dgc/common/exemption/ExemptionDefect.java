package it.dgc.common.exemption;

/** What keeps a DCC with a group {@code e} from being an exemption. */
public enum ExemptionDefect {

    /** {@code v}, {@code t} or {@code r} stands beside {@code e}: clients would take that one. */
    OTHER_STATEMENT_PRESENT,
    /** {@code e} does not hold exactly one statement: clients differ in which one they take. */
    NOT_ONE_ENTRY,
    /** {@code ver} is missing. */
    VERSION,
    /** {@code nam} is missing, has no standardised part, or a part is not text. */
    NAME,
    /** {@code dob} is not a full date. */
    BIRTH_DATE,
    /** {@code tg} is not COVID-19. */
    DISEASE,
    /** {@code co} is not Italy. */
    COUNTRY,
    /** {@code is} is missing. */
    ISSUER,
    /** {@code fc} is missing. */
    DOCTOR,
    /** {@code df} is not a date without time. */
    VALID_FROM,
    /** {@code du} is there and not a date without time. */
    VALID_UNTIL,
    /** {@code du} comes before {@code df}. */
    PERIOD,
    /** {@code ci} is missing. */
    UVCI,
    /** {@code cu} is missing. */
    CUEV
}
