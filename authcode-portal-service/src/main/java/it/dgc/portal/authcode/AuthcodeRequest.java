package it.dgc.portal.authcode;

import java.time.LocalDate;

import it.dgc.common.codes.HealthCardSuffix;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.portal.rendering.DocumentLanguage;

/**
 * The fields of Table 3, but for the captcha; the event type has one value, and is checked before.
 *
 * @param person "Codice fiscale"
 * @param card last eight digits of the health card
 * @param eventDate first day of the exemption
 * @param language "Lingua certificazione"
 */
public record AuthcodeRequest(CodiceFiscale person, HealthCardSuffix card, LocalDate eventDate,
        DocumentLanguage language) {

    @Override
    public String toString() {
        return "AuthcodeRequest[masked]";
    }
}
