package it.dgc.deploy.sistemats.cards;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * An invented health card.
 *
 * @param number the 20 digits on its back: issuer (80, state, region) and serial number
 * @param expiry its last day
 */
public record HealthCard(String number, LocalDate expiry) {

    private static final Pattern FORM = Pattern.compile("[0-9]{20}");
    private static final int ASKED_FOR = 8;

    /** @throws IllegalArgumentException if the number is not 20 digits, or there is no last day */
    public HealthCard {
        if (number == null || !FORM.matcher(number).matches() || expiry == null) {
            throw new IllegalArgumentException("A health card has 20 digits and a last day");
        }
    }

    /** @return the digits that citizens are asked for */
    public String last8() {
        return number.substring(number.length() - ASKED_FOR);
    }

    @Override
    public String toString() {
        return "HealthCard[***]";
    }
}
