package it.dgc.portal.retrieval;

import java.time.LocalDate;

import it.dgc.common.codes.HealthCardSuffix;
import it.dgc.portal.rendering.DocumentLanguage;

/**
 * The fields of the form with code, but for the captcha.
 *
 * @param code AUTHCODE or CUEV, in the spelling that its type gives it
 * @param card last eight digits of the health card
 * @param cardExpiry its last day
 * @param language "Lingua certificazione"
 */
public record CodeRequest(String code, HealthCardSuffix card, LocalDate cardExpiry, DocumentLanguage language) {

    @Override
    public String toString() {
        return "CodeRequest[masked]";
    }
}
