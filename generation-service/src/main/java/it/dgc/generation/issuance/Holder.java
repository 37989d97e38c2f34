package it.dgc.generation.issuance;

import java.time.LocalDate;

import it.dgc.common.person.CodiceFiscale;
import it.dgc.common.person.PersonName;

/**
 * The person that a certificate is about.
 *
 * @param fiscalCode never shown; its date and sex parts are not trusted over the record
 * @param familyName in its own script
 * @param givenName in its own script
 * @param birthDate as recorded, whatever the fiscal code says
 */
public record Holder(CodiceFiscale fiscalCode, PersonName familyName, PersonName givenName, LocalDate birthDate) {

    @Override
    public String toString() {
        return "Holder[***]";
    }
}
