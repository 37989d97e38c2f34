package it.dgc.generation.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("ISO 8601: days and instants are read as the JDK reads them")
class IsoTextTest {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final String SIGNS = "0123456789-+:.,TtZz ][/\u0660A\n";
    private static final int MUTANTS = 20_000;

    static Stream<String> instants() {
        return Stream.of("2026-11-02T09:30:00+01:00", "2026-11-02T09:30:00Z", "2026-11-02T09:30:00.123456789-17:59",
                "2026-11-02T09:30:00.1Z", "2026-11-02T09:30:00.1234567891Z", "2026-11-02T09:30:00.Z",
                "2026-11-02T09:30+01:00", "2026-11-02t09:30:00z", "2026-11-02T09:30:00+01",
                "2026-11-02T09:30:00+01:00:30",
                "2026-11-02T09:30:00+18:00", "2026-11-02T09:30:00+18:01", "2026-11-02T09:30:00-00:00",
                "2026-11-02T09:30:00+01:60", "2026-11-02T24:00:00Z", "2026-11-02T23:60:00Z", "2026-11-02T23:59:60Z",
                "2026-02-29T00:00:00Z", "2024-02-29T00:00:00Z", "0000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z",
                "+12026-01-01T00:00:00Z", "2026-13-01T00:00:00Z", "2026-11-02", "2026-11-02T09:30:00", "", "Z",
                "2026-11-02T09:30:00Z ", "2026-11-02T09:30:00+01:00[Europe/Rome]", "2026-11-02T09:30:00 01:00");
    }

    @ParameterizedTest
    @MethodSource("instants")
    void readsAnInstantAsTheJdkDoes(String text) {
        assertThat(IsoText.instant(text)).isEqualTo(instant(text));
    }

    @Test
    void readsSpoiltInstantsAsTheJdkDoes() {
        Random random = new Random(7);
        for (int nth = 0; nth < MUTANTS; nth++) {
            String text = spoilt(nth % 2 == 0 ? "2024-02-28T21:39:50.250+01:00" : "2026-12-31T23:59:59Z", random);
            assertThat(IsoText.instant(text)).as("%s", text).isEqualTo(instant(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-02", "2024-02-29", "2026-02-29", "2026-00-10", "2026-04-31", "0000-01-01", "",
            "2026-11-2", "2026-11-02T", "+2026-11-02", "20261102", "2026/11/02", "2026-11-0\u0662"})
    void readsADayAsTheJdkDoes(String text) {
        assertThat(IsoText.day(text)).isEqualTo(day(text));
    }

    @Test
    void readsSpoiltDaysAsTheJdkDoes() {
        Random random = new Random(8);
        for (int nth = 0; nth < MUTANTS; nth++) {
            String text = spoilt("2023-09-29", random);
            assertThat(IsoText.day(text)).as("%s", text).isEqualTo(day(text));
        }
    }

    private static String spoilt(String text, Random random) {
        StringBuilder spoilt = new StringBuilder(text);
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            int place = random.nextInt(spoilt.length());
            char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
            switch (random.nextInt(4)) {
                case 0 -> spoilt.deleteCharAt(place);
                case 1 -> spoilt.insert(place, sign);
                default -> spoilt.setCharAt(place, sign);
            }
        }
        return spoilt.toString();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return DAY.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
