package it.dgc.rules.signers;

/**
 * The error body of {@code /v1/dgc/*}, as the ministry's verifier service shows it (VerificaC19 protocol, section 1).
 *
 * @param code what went wrong, in the ministry's numbering
 * @param problem a sentence without anything that the caller sent
 */
record MinistryError(String code, String problem) {

    static final MinistryError BAD_RESUME_TOKEN = new MinistryError("0x004",
            "X-RESUME-TOKEN must be a whole number from 0");
    static final MinistryError NO_KEYS = new MinistryError("0x500", "No key can be served at the moment");
}
