package it.dgc.rules.signers;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads the header with which a client says how far it has come (I13, I15). */
final class ResumeToken {

    /** Its name, as clients index it: one of them tells capitals from small letters (I12). */
    static final String HEADER = "X-RESUME-TOKEN";

    /** Digits only, so many that a {@code long} holds them. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private ResumeToken() {}

    /** @return 0 where the header is absent or empty, nothing where it is no token */
    static OptionalLong read(String header) {
        if (header == null || header.isBlank()) {
            return OptionalLong.of(0);
        }
        String token = header.strip();
        return NUMBER.matcher(token).matches() ? OptionalLong.of(Long.parseLong(token)) : OptionalLong.empty();
    }
}
