package it.dgc.generation.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads ISO 8601 as the JDK does, without its formatters where the text has the form that everybody writes. */
public final class IsoText {

    /** Each 9 stands for a digit. */
    private static final String DAY = "9999-99-99";
    private static final String SECOND = DAY + "T99:99:99";
    private static final String OFFSET = "99:99";
    private static final int HOURS = 24;
    private static final int SIXTY = 60;
    private static final int SECONDS_A_DAY = HOURS * SIXTY * SIXTY;
    /** Hours of an offset that the quick way takes; the JDK takes 18:00 too. */
    private static final int OFFSET_HOURS = 18;
    private static final int NANO_DIGITS = 9;

    private IsoText() {}

    /** @return the day written as {@code yyyy-MM-dd} and in no other way; empty where there is no such day */
    public static Optional<LocalDate> day(String text) {
        if (text.length() != DAY.length() || !hasForm(DAY, text, 0)) {
            return Optional.empty();
        }
        try {
            return Optional.of(leadingDay(text));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** @return the instant, whatever {@link OffsetDateTime#parse(CharSequence)} takes; empty where it takes nothing */
    public static Optional<Instant> instant(String text) {
        try {
            Instant instant = usual(text);
            return Optional.of(instant == null ? OffsetDateTime.parse(text).toInstant() : instant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Date, time in seconds or parts of them, {@code Z} or hours and minutes; {@code null} where the JDK must say. */
    private static Instant usual(String text) {
        if (!hasForm(SECOND, text, 0)) {
            return null;
        }
        int fraction = digitsOfFraction(text);
        int zone = SECOND.length() + (fraction == 0 ? 0 : fraction + 1);
        int offset = offset(text, zone);
        int time = seconds(text, DAY.length() + 1) + two(text, SECOND.length() - 2);
        if (offset == SECONDS_A_DAY || fraction > NANO_DIGITS || two(text, DAY.length() + 1) >= HOURS
                || two(text, DAY.length() + 4) >= SIXTY || two(text, SECOND.length() - 2) >= SIXTY) {
            return null;
        }
        return Instant.ofEpochSecond(leadingDay(text).toEpochDay() * SECONDS_A_DAY + time - offset,
                nanos(text, fraction));
    }

    private static int digitsOfFraction(String text) {
        if (text.length() == SECOND.length() || text.charAt(SECOND.length()) != '.') {
            return 0;
        }
        int end = SECOND.length() + 1;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end - SECOND.length() - 1;
    }

    private static int nanos(String text, int digits) {
        int nanos = 0;
        for (int i = 1; i <= NANO_DIGITS; i++) {
            nanos = 10 * nanos + (i <= digits ? text.charAt(SECOND.length() + i) - '0' : 0);
        }
        return nanos;
    }

    /** In seconds; a whole day where it is not written in one of the two usual ways. */
    private static int offset(String text, int from) {
        if (text.length() == from + 1 && text.charAt(from) == 'Z') {
            return 0;
        }
        boolean isUsual = text.length() == from + 1 + OFFSET.length() && hasForm(OFFSET, text, from + 1)
                && two(text, from + 1) < OFFSET_HOURS && two(text, from + 4) < SIXTY;
        if (!isUsual) {
            return SECONDS_A_DAY;
        }
        return switch (text.charAt(from)) {
            case '+' -> seconds(text, from + 1);
            case '-' -> -seconds(text, from + 1);
            default -> SECONDS_A_DAY;
        };
    }

    private static LocalDate leadingDay(String text) {
        return LocalDate.of(100 * two(text, 0) + two(text, 2), two(text, 5), two(text, 8));
    }

    /** Of hours and minutes. */
    private static int seconds(String text, int from) {
        return (two(text, from) * SIXTY + two(text, from + 3)) * SIXTY;
    }

    private static int two(String text, int from) {
        return 10 * (text.charAt(from) - '0') + text.charAt(from + 1) - '0';
    }

    private static boolean hasForm(String form, String text, int from) {
        if (text.length() - from < form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            char place = form.charAt(i);
            char c = text.charAt(from + i);
            if (place == '9' ? !isDigit(c) : place != c) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
