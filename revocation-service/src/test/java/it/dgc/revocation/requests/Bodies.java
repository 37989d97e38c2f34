package it.dgc.revocation.requests;

import java.time.Instant;

import it.dgc.common.codes.Cuev;
import it.dgc.common.uvci.Uvci;
import it.dgc.revocation.Hashes;

/** Requests about synthetic persons, as Sistema TS would send them. */
public final class Bodies {

    /** A doctor that nobody is. */
    public static final String DOCTOR = "MRARSS75P14H501I";

    public static final Cuev CUEV = Cuev.ofBody("ABCDE1234");

    /** When each of them was received. */
    public static final Instant REQUESTED_AT = Instant.parse("2026-11-23T08:30:00Z");

    private static final String DOCTOR_AND_TIME = "\"doctor\":{\"fiscalCode\":\"" + DOCTOR
            + "\",\"category\":\"MMG\"},\"requestedAt\":\"2026-11-23T09:30:00+01:00\"}";

    private Bodies() {}

    public static String revoke() {
        return "{\"action\":\"REVOKE\",\"cuev\":\"" + CUEV.value() + "\",\"reason\":\"FRAUD\"," + DOCTOR_AND_TIME;
    }

    public static String revoke(Uvci uvci) {
        return revoke().replace("\"cuev\":\"" + CUEV.value(), "\"uvci\":\"" + uvci.value());
    }

    public static String restore() {
        return revoke().replace("REVOKE", "RESTORE").replace("FRAUD", "RECOVERED");
    }

    public static String batch() {
        return revoke().replace("\"cuev\":\"" + CUEV.value() + '"', "\"batch\":{\"doctor\":\"" + DOCTOR
                + "\",\"from\":\"2026-01-01T00:00:00Z\",\"until\":\"2026-02-01T00:00:00+01:00\"}");
    }

    /** @return the identifier of a certificate that nobody has */
    public static Uvci uvci(int number) {
        return Hashes.uvci(7_000_000 + number);
    }
}
