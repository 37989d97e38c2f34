package it.dgc.generation.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import it.dgc.common.codes.Cuev;

/** A good notification of a synthetic person, as the JSON that Sistema TS sends; each fresh one has a CUEV of its own. */
record Notification(String cuev, String familyName, String givenName, String doctor, String validFrom,
        String validUntil,
        String issued) {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    static Notification fresh() {
        String body = String.format(Locale.ROOT, "J%08d", COUNT.incrementAndGet());
        LocalDate today = LocalDate.now(ROME);
        return new Notification(Cuev.ofBody(body).value(), "Rossi", "Maria", "MRARSS75P14H501I", today.toString(),
                today.plusDays(60).toString(), Instant.now().toString());
    }

    Notification named(String family, String given) {
        return new Notification(cuev, family, given, doctor, validFrom, validUntil, issued);
    }

    Notification certifiedBy(String fiscalCode) {
        return new Notification(cuev, familyName, givenName, fiscalCode, validFrom, validUntil, issued);
    }

    Notification validFrom(LocalDate day) {
        return new Notification(cuev, familyName, givenName, doctor, day.toString(), validUntil, issued);
    }

    Notification validUntil(LocalDate day) {
        return new Notification(cuev, familyName, givenName, doctor, validFrom, day.toString(), issued);
    }

    Notification issuedAt(Instant instant) {
        return new Notification(cuev, familyName, givenName, doctor, validFrom, validUntil, instant.toString());
    }

    String fiscalCode() {
        return "RSSMRA80A01H501U";
    }

    String json() {
        return """
                {"schemaVersion":1,"cuev":"%s","holder":{"fiscalCode":"%s","familyName":"%s","givenName":"%s",\
                "birthDate":"1980-01-01"},"doctor":{"fiscalCode":"%s","category":"MMG"},"validFrom":"%s",\
                "validUntil":"%s","issuedAt":"%s"}""".formatted(cuev, fiscalCode(), familyName, givenName, doctor,
                validFrom, validUntil, issued);
    }
}
