package it.dgc.common.person;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import it.dgc.common.codes.FiscalCodeSum;
import it.dgc.common.person.CodiceFiscale.Kind;

/** The forms of the codes that stand for a person (DM 23 December 1976 n. 13813, articles 2 to 8). */
final class FiscalCodeForm {

    /** A place for a digit: the digit, or the letter that replaces it when two persons would share a code. */
    private static final String DIGIT = "[0-9LMNPQRSTUV]";
    private static final Pattern PERSONAL = Pattern.compile(
            "[A-Z]{6}" + DIGIT + "{2}(?<month>[ABCDEHLMPRST])(?<day>" + DIGIT + "{2})[A-Z]" + DIGIT + "{3}[A-Z]");
    private static final Pattern PROVISIONAL = Pattern.compile("[0-9]{11}");
    private static final Pattern STP = Pattern.compile("STP[0-9]{13}");
    private static final Pattern ENI = Pattern.compile("ENI[0-9]{13}");

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
        return (char) ('A' + FiscalCodeSum.of(body) % 26);
    }

    private static Optional<Kind> kindOfSixteen(String text) {
        if (isPersonal(text)) {
            return Optional.of(Kind.PERSONAL);
        }
        if (STP.matcher(text).matches()) {
            return Optional.of(Kind.STP);
        }
        return ENI.matcher(text).matches() ? Optional.of(Kind.ENI) : Optional.empty();
    }

    private static boolean isPersonal(String text) {
        Matcher form = PERSONAL.matcher(text);
        return form.matches() && dayExists(form.group("month"), form.group("day"))
                && text.charAt(15) == checkLetter(text.substring(0, 15));
    }

    private static boolean dayExists(String month, String day) {
        int written = 10 * digit(day.charAt(0)) + digit(day.charAt(1));
        int ofMonth = written > DAY_OFFSET ? written - DAY_OFFSET : written;
        return ofMonth >= 1 && ofMonth <= DAYS[MONTHS.indexOf(month)];
    }

    private static int digit(char c) {
        int replaced = REPLACED_DIGITS.indexOf(c);
        return replaced >= 0 ? replaced : c - '0';
    }

    private static boolean isProvisional(String text) {
        return PROVISIONAL.matcher(text).matches() && luhnSum(text) % 10 == 0;
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
