package it.dgc.common.exemption;

import java.util.Objects;

/**
 * The holder's name as the DCC schema writes it ({@code nam}). Each part may be {@code null}, for some people have one
 * name only, but a standardised part must be there.
 *
 * @param familyName {@code fn}: surname in its own script
 * @param givenName {@code gn}: forename in its own script
 * @param standardFamilyName {@code fnt}: surname by ICAO 9303
 * @param standardGivenName {@code gnt}: forename by ICAO 9303
 */
public record HolderName(String familyName, String givenName, String standardFamilyName, String standardGivenName) {

    /** @throws NullPointerException where both standardised parts are missing */
    public HolderName {
        if (standardFamilyName == null) {
            Objects.requireNonNull(standardGivenName, "a standardised name");
        }
    }

    /** @return nothing of the name */
    @Override
    public String toString() {
        return "HolderName[REDACTED]";
    }
}
