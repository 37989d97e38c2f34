package it.dgc.revocation.drl.http;

import java.nio.charset.StandardCharsets;

/**
 * The error body of {@code /v1/dgc/*}, as the ministry's verifier service shows it (VerificaC19 protocol, section 1).
 *
 * @param code what went wrong, in the ministry's numbering
 * @param problem a sentence without anything that the caller sent, and nothing that JSON would have to escape
 */
record MinistryError(String code, String problem) {

    static final MinistryError BAD_VERSION = new MinistryError("0x004",
            "version must be one whole number from 0 to the newest version");
    static final MinistryError BAD_CHUNK = new MinistryError("0x004",
            "chunk must be one whole number from 0 to the last chunk");
    static final MinistryError NO_LIST = new MinistryError("0x500", "The list cannot be served at the moment");

    byte[] json() {
        return "{\"code\":\"%s\",\"problem\":\"%s\"}".formatted(code, problem).getBytes(StandardCharsets.US_ASCII);
    }
}
