package it.dgc.portal.pages.forms;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads days as browsers send them and as people write them where the browser has no calendar. */
final class TypedDate {

    private static final List<DateTimeFormatter> SPELLINGS = List.of(strict("uuuu-MM-dd"), strict("d/M/uuuu"),
            strict("d.M.uuuu"), strict("d-M-uuuu"));
    /** Years; outside of them somebody hit the wrong key. */
    private static final int FIRST = 2020;
    private static final int LAST = 2100;

    private TypedDate() {}

    static Optional<LocalDate> read(String typed) {
        return SPELLINGS.stream().flatMap(spelling -> parse(typed, spelling).stream())
                .filter(day -> day.getYear() >= FIRST && day.getYear() <= LAST).findFirst();
    }

    private static Optional<LocalDate> parse(String typed, DateTimeFormatter spelling) {
        try {
            return Optional.of(LocalDate.parse(typed, spelling));
        } catch (DateTimeParseException isNone) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }
}
