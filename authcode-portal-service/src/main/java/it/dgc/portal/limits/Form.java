package it.dgc.portal.limits;

/** The forms of the portal. */
public enum Form {
    /** Recovery of the AUTHCODE (Allegato B, Table 3): fiscal code, card, date. */
    AUTHCODE,
    /** Certificate of who has no health card (Allegato B, Table 4): fiscal code and date alone. */
    CERTIFICATE_WITHOUT_CARD,
    /** Certificate by AUTHCODE or CUEV and card (Allegato B, section 5.2). */
    CERTIFICATE_WITH_CODE
}
