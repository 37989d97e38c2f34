package it.dgc.generation.issuance;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import it.dgc.generation.issuance.GenerationOutcome.Deferred;
import it.dgc.generation.issuance.GenerationOutcome.Issued;
import it.dgc.generation.issuance.GenerationOutcome.Refused;
import it.dgc.generation.testing.Events;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("architecture D6: issued iff validFrom <= today <= validUntil, zone Europe/Rome")
class ValidityWindowTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final int CASES = 20_000;
    /** Of the cases, those that go the whole road; each costs a signature. */
    private static final int WHOLE_ROAD = 3_000;
    private static final long SEED = 20220110;
    /** Days around which something happens: clock changes, 29 February, turns of the year. */
    private static final List<LocalDate> DAYS = List.of(LocalDate.of(2022, 1, 10), LocalDate.of(2022, 3, 27),
            LocalDate.of(2022, 10, 30), LocalDate.of(2024, 2, 29), LocalDate.of(2022, 12, 31));
    private static final List<LocalTime> TIMES = List.of(LocalTime.MIDNIGHT, LocalTime.of(0, 0, 0, 1_000_000),
            LocalTime.of(1, 59, 59), LocalTime.of(3, 0), LocalTime.NOON, LocalTime.of(23, 59, 59, 999_000_000));

    private record Case(LocalDate from, Optional<LocalDate> until, Instant now) {

        static Case draw(Random random) {
            LocalDate around = DAYS.get(random.nextInt(DAYS.size()));
            LocalDate from = around.plusDays(random.nextInt(-2, 3));
            Optional<LocalDate> until = random.nextInt(4) == 0
                    ? Optional.empty()
                    : Optional.of(from.plusDays(random.nextInt(3)));
            return new Case(from, until, around.plusDays(random.nextInt(-3, 4))
                    .atTime(TIMES.get(random.nextInt(TIMES.size()))).atZone(ROME).toInstant());
        }

        /** The oracle: days compared as the texts that a calendar in Rome shows. */
        ValidityWindow expected() {
            String today = now.atZone(ROME).toString().substring(0, 10);
            boolean begun = from.toString().compareTo(today) <= 0;
            boolean ended = until.map(LocalDate::toString).orElse("9999").compareTo(today) < 0;
            return ended ? ValidityWindow.AFTER : begun ? ValidityWindow.INSIDE : ValidityWindow.BEFORE;
        }

        EventToCertify event(int number) {
            return Events.exemption(number, from, until, DAYS.getFirst().atStartOfDay(ROME).toInstant());
        }
    }

    @Test
    void agreesWithTheOracle() {
        new Random(SEED).ints(CASES).mapToObj(seed -> Case.draw(new Random(seed))).forEach(drawn -> assertThat(
                ValidityWindow.of(drawn.event(1).statement(), drawn.now)).as(drawn::toString)
                .isEqualTo(drawn.expected()));
    }

    @Test
    void issuesDefersAndRefusesAsTheOracleSays(@TempDir Path directory) {
        Bench bench = Bench.at("2022-01-10T09:00:00Z", directory);
        Random random = new Random(SEED);
        for (int number = 1; number <= WHOLE_ROAD; number++) {
            Case drawn = Case.draw(random);
            bench.clock.pin(drawn.now);
            GenerationOutcome outcome = bench.handle(Events.reportedAt(drawn.event(number),
                    drawn.now.minusSeconds(60)));
            assertThat(outcome).as(drawn::toString).isInstanceOf(switch (drawn.expected()) {
                case BEFORE -> Deferred.class;
                case INSIDE -> Issued.class;
                case AFTER -> Refused.class;
            });
        }
        assertThat(bench.store.all()).hasSize(WHOLE_ROAD);
    }

    @ParameterizedTest
    @CsvSource({"2022-01-09T22:59:59.999Z,BEFORE", "2022-01-09T23:00:00Z,INSIDE", "2022-01-10T22:59:59.999Z,INSIDE",
            "2022-01-10T23:00:00Z,AFTER"})
    @DisplayName("both days belong to it: from 00:00 to 23:59:59.999 in Rome, UTC+1 in winter")
    void includesBothDaysInWinter(Instant now, ValidityWindow expected) {
        assertThat(ValidityWindow.of(oneDay("2022-01-10"), now)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2022-07-09T21:59:59.999Z,BEFORE", "2022-07-09T22:00:00Z,INSIDE", "2022-07-10T21:59:59.999Z,INSIDE",
            "2022-07-10T22:00:00Z,AFTER"})
    @DisplayName("UTC+2 in summer")
    void includesBothDaysInSummer(Instant now, ValidityWindow expected) {
        assertThat(ValidityWindow.of(oneDay("2022-07-10"), now)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2022-03-27,2022-03-26T23:00:00Z,23", "2022-10-30,2022-10-29T22:00:00Z,25",
            "2024-02-29,2024-02-28T23:00:00Z,24"})
    void includesTheWholeOfAnOddDay(String day, Instant midnight, int hours) {
        Instant end = midnight.plusSeconds(hours * 3600L);
        assertThat(ValidityWindow.midnight(LocalDate.parse(day))).isEqualTo(midnight);
        assertThat(ValidityWindow.of(oneDay(day), midnight.minusMillis(1))).isEqualTo(ValidityWindow.BEFORE);
        assertThat(ValidityWindow.of(oneDay(day), midnight)).isEqualTo(ValidityWindow.INSIDE);
        assertThat(ValidityWindow.of(oneDay(day), end.minusMillis(1))).isEqualTo(ValidityWindow.INSIDE);
        assertThat(ValidityWindow.of(oneDay(day), end)).isEqualTo(ValidityWindow.AFTER);
    }

    private static Statement oneDay(String day) {
        return Events.exemption(1, day, day).statement();
    }
}
