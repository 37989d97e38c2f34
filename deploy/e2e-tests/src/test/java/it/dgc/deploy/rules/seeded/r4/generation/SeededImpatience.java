package it.dgc.deploy.rules.seeded.r4.generation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;

/** Breach: every way to ask the machine for the time. */
final class SeededImpatience {

    private SeededImpatience() {}

    static List<Object> times() {
        return List.of(Instant.now(), LocalDate.now(), LocalDate.now(ZoneOffset.UTC), LocalDateTime.now(),
                LocalTime.now(), ZonedDateTime.now(), OffsetDateTime.now(), Year.now(), System.currentTimeMillis(),
                new Date(), Clock.systemUTC(), Clock.systemDefaultZone());
    }

    static Supplier<Instant> hidden() {
        return Instant::now;
    }
}
