package it.dgc.common.verification;

import java.util.Objects;

import it.dgc.common.exemption.HolderName;

/**
 * Whom a certificate names: all that a verifier sees of it beside the outcome (Allegato B, chapter 4, step 3).
 *
 * @param name the name in its own script and by ICAO 9303
 * @param birthDate {@code dob} as written: a full date in an exemption; other kinds may have a year, a month or nothing
 */
public record Holder(HolderName name, String birthDate) {

    /** Requires both. */
    public Holder {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(birthDate, "birthDate");
    }

    /** @return the surname in its own script, else the standardised one; empty where there is none */
    public String familyName() {
        return first(name.familyName(), name.standardFamilyName());
    }

    /** @return the forename in its own script, else the standardised one; empty where there is none */
    public String givenName() {
        return first(name.givenName(), name.standardGivenName());
    }

    private static String first(String written, String standard) {
        return Objects.requireNonNullElse(written, Objects.requireNonNullElse(standard, ""));
    }

    /** @return nothing of the person */
    @Override
    public String toString() {
        return "Holder[REDACTED]";
    }
}
