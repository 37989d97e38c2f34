package it.dgc.rules.settings.http;

/**
 * The error body of {@code /v1/dgc/*}, as the ministry's verifier service shows it (VerificaC19 protocol, section 1).
 *
 * @param code what went wrong, in the ministry's numbering
 * @param problem a sentence without anything that the caller sent
 */
record MinistryError(String code, String problem) {

    static final MinistryError NO_RULES = new MinistryError("0x500", "No rules can be served at the moment");
}
