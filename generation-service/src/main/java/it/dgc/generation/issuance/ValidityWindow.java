package it.dgc.generation.issuance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When a certificate is due: its first day has come and its last has not passed, both days inclusive, by the calendar
 * of Rome (Allegato B, chapter 1; architecture D6).
 */
public enum ValidityWindow {
    BEFORE, INSIDE, AFTER;

    static final ZoneId ROME = ZoneId.of("Europe/Rome");

    public static ValidityWindow of(Statement statement, Instant now) {
        LocalDate today = today(now);
        if (statement.validUntil().map(today::isAfter).orElse(false)) {
            return AFTER;
        }
        return today.isBefore(statement.validFrom()) ? BEFORE : INSIDE;
    }

    static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ROME);
    }

    static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ROME).toInstant();
    }
}
