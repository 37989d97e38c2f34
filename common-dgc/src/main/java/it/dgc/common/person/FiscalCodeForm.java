package it.dgc.common.person;

import java.util.Optional;
import java.util.stream.Stream;

import it.dgc.common.codes.FiscalCodeSum;
import it.dgc.common.person.CodiceFiscale.Kind;

/** The forms of the codes that stand for a person (DM 23 December 1976 n. 13813, articles 2 to 8). */
final class FiscalCodeForm {

    /**
     * Place by place: a letter (A), a digit or the letter that replaces it when two persons would share a code (9), the letter of
     * a month (M).
     */
    private static final String PERSONAL = "AAAAAA99M99A999A";
    private static final int MONTH_PLACE = PERSONAL.indexOf('M');
    private static final int CHECK_PLACE = PERSONAL.length() - 1;

    /** Letters that replace 0, 1, ... 9 (omocodia). */
    private static final String REPLACED_DIGITS = "LMNPQRSTUV";
    private static final String MONTHS = "ABCDEHLMPRST";
    /** Days of January to December; February has 29 because the code does not tell the century. */
    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    /** What is added to the day of birth of women. */
    private static final int DAY_OFFSET = 40;

    private FiscalCodeForm() {}

    static Optional<Kind> kindOf(String text) {
        if (text == null) {
            return Optional.empty();
        }
        return switch (text.length()) {
            case 16 -> kindOfSixteen(text);
            case 11 -> isProvisional(text) ? Optional.of(Kind.PROVISIONAL) : Optional.empty();
            default -> Optional.empty();
        };
    }

    static char checkLetter(String body) {
        return checkLetter(body, body.length());
    }

    private static char checkLetter(String text, int length) {
        return (char) ('A' + FiscalCodeSum.of(text, length) % 26);
    }

    private static Optional<Kind> kindOfSixteen(String text) {
        if (isPersonal(text)) {
            return Optional.of(Kind.PERSONAL);
        }
        if (!areDigits(text, Kind.STP.name().length())) {
            return Optional.empty();
        }
        return Stream.of(Kind.STP, Kind.ENI).filter(kind -> text.startsWith(kind.name())).findFirst();
    }

    private static boolean areDigits(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isPersonal(String text) {
        for (int i = 0; i < PERSONAL.length(); i++) {
            if (!fits(PERSONAL.charAt(i), text.charAt(i))) {
                return false;
            }
        }
        return dayExists(text.charAt(MONTH_PLACE), text.charAt(MONTH_PLACE + 1), text.charAt(MONTH_PLACE + 2))
                && text.charAt(CHECK_PLACE) == checkLetter(text, CHECK_PLACE);
    }

    private static boolean fits(char place, char c) {
        return switch (place) {
            case 'A' -> c >= 'A' && c <= 'Z';
            case 'M' -> MONTHS.indexOf(c) >= 0;
            default -> isDigit(c) || REPLACED_DIGITS.indexOf(c) >= 0;
        };
    }

    private static boolean dayExists(char month, char tens, char ones) {
        int written = 10 * digit(tens) + digit(ones);
        int ofMonth = written > DAY_OFFSET ? written - DAY_OFFSET : written;
        return ofMonth >= 1 && ofMonth <= DAYS[MONTHS.indexOf(month)];
    }

    private static int digit(char c) {
        int replaced = REPLACED_DIGITS.indexOf(c);
        return replaced >= 0 ? replaced : c - '0';
    }

    private static boolean isProvisional(String text) {
        return areDigits(text, 0) && luhnSum(text) % 10 == 0;
    }

    /** Luhn as for VAT numbers: every second digit, from the second on, counts twice. */
    private static int luhnSum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            sum += i % 2 == 0 ? digit : 2 * digit / 10 + 2 * digit % 10;
        }
        return sum;
    }
}
