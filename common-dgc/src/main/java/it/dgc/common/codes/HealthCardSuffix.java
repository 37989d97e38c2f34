package it.dgc.common.codes;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The last eight digits of the number on the back of the health card, TS-CNS or TEAM (Allegato B, "ultime 8 cifre del
 * numero di identificazione della Tessera Sanitaria"). Leading zeros belong to it; it has no check digit of its own.
 *
 * @param value exactly 8 digits {@code 0-9}
 */
public record HealthCardSuffix(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9]{8}");

    /** @throws IllegalArgumentException if there are not exactly 8 digits; the message does not quote the value */
    public HealthCardSuffix {
        if (!isValid(value)) {
            throw new IllegalArgumentException("The end of a health card number is exactly 8 digits");
        }
    }

    /**
     * Reads what a machine sent: exactly 8 digits.
     *
     * @param text may be {@code null}
     * @return the digits, or empty
     */
    public static Optional<HealthCardSuffix> parse(String text) {
        return isValid(text) ? Optional.of(new HealthCardSuffix(text)) : Optional.empty();
    }

    /**
     * Reads what a person typed: blanks and hyphens are accepted.
     *
     * @param typed may be {@code null}
     * @return the digits, or empty
     */
    public static Optional<HealthCardSuffix> fromTyped(String typed) {
        return TypedText.compact(typed).flatMap(HealthCardSuffix::parse);
    }

    private static boolean isValid(String text) {
        return text != null && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return "HealthCardSuffix[masked]";
    }
}
