package it.dgc.common.problem;

import java.nio.charset.StandardCharsets;

/**
 * The error body of {@code /v1/dgc/*}, as the ministry's verifier service shows it (VerificaC19 protocol, section 1).
 *
 * @param code what went wrong, in the ministry's numbering
 * @param problem a sentence without anything that the caller sent, and nothing that JSON would have to escape
 */
public record MinistryError(String code, String problem) {

    /**
     * @param problem what the caller asked for that can never be answered
     * @return an error of the caller's
     */
    public static MinistryError ofCaller(String problem) {
        return new MinistryError("0x004", problem);
    }

    /**
     * @param problem what cannot be done at the moment
     * @return an error of our own
     */
    public static MinistryError ofService(String problem) {
        return new MinistryError("0x500", problem);
    }

    /** @return the body, ASCII */
    public byte[] json() {
        return "{\"code\":\"%s\",\"problem\":\"%s\"}".formatted(code, problem).getBytes(StandardCharsets.US_ASCII);
    }
}
