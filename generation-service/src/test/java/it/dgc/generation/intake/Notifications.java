package it.dgc.generation.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A good notification of a synthetic person, and ways to spoil it. */
final class Notifications {

    static final String CUEV = "ABCDE1234E";

    static final String GOOD = """
            {"schemaVersion":1,"cuev":"ABCDE1234E",
             "holder":{"fiscalCode":"RSSMRA80A01H501U","familyName":"Rossi","givenName":"Maria","birthDate":"1980-01-01"},
             "doctor":{"fiscalCode":"MRARSS75P14H501I","category":"MMG"},
             "validFrom":"2026-11-01","validUntil":"2026-12-31","issuedAt":"2026-11-02T09:30:00+01:00",
             "contact":{"email":"maria.rossi@example.org","mobile":"+393331234567"},"language":"it"}""";

    private Notifications() {}

    /** @return the good one with one piece of its text replaced */
    static byte[] with(String piece, String replacement) {
        if (!GOOD.contains(piece)) {
            throw new IllegalArgumentException("The good notification has no " + piece);
        }
        return GOOD.replace(piece, replacement).getBytes(UTF_8);
    }

    static byte[] good() {
        return GOOD.getBytes(UTF_8);
    }
}
