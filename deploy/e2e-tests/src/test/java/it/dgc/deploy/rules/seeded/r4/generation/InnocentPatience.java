package it.dgc.deploy.rules.seeded.r4.generation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** Takes the clock that it is handed. */
final class InnocentPatience {

    private InnocentPatience() {}

    static Instant time(Clock clock) {
        return LocalDate.now(clock).isLeapYear() ? clock.instant() : Instant.now(clock);
    }
}
