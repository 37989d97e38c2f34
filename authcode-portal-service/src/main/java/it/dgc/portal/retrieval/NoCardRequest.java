package it.dgc.portal.retrieval;

import java.time.LocalDate;

import it.dgc.common.person.CodiceFiscale;
import it.dgc.portal.rendering.DocumentLanguage;

/**
 * The fields of Table 4, but for the captcha.
 *
 * @param person "Codice fiscale", of any kind
 * @param eventDate first day of the exemption
 * @param language "Lingua certificazione"
 */
public record NoCardRequest(CodiceFiscale person, LocalDate eventDate, DocumentLanguage language) {

    @Override
    public String toString() {
        return "NoCardRequest[masked]";
    }
}
