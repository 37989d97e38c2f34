package it.dgc.common.verification;

import java.util.Objects;
import java.util.regex.Pattern;

import it.dgc.common.exemption.HolderName;

/**
 * Whom a certificate names: all that a verifier sees of it beside the outcome (Allegato B, chapter 4, step 3).
 *
 * @param name the name in its own script and by ICAO 9303
 * @param birthDate {@code dob} as written: a full date in an exemption; other kinds may have a year, a month or nothing
 */
public record Holder(HolderName name, String birthDate) {

    /**
     * Control characters, those that turn the direction of writing (Unicode Bidi_Control) and those that end a line or a
     * paragraph: another country's names were never checked here.
     */
    private static final Pattern STEERING = Pattern.compile(
            "[\\p{Cc}\\x{061C}\\x{200E}\\x{200F}\\x{2028}\\x{2029}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    /** Requires both. */
    public Holder {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(birthDate, "birthDate");
    }

    /** @return the surname in its own script, else the standardised one; empty where there is none; safe to print */
    public String familyName() {
        return first(name.familyName(), name.standardFamilyName());
    }

    /** @return the forename in its own script, else the standardised one; empty where there is none; safe to print */
    public String givenName() {
        return first(name.givenName(), name.standardGivenName());
    }

    private static String first(String written, String standard) {
        String name = Objects.requireNonNullElse(written, Objects.requireNonNullElse(standard, ""));
        return STEERING.matcher(name).replaceAll("");
    }

    /** @return nothing of the person */
    @Override
    public String toString() {
        return "Holder[REDACTED]";
    }
}
