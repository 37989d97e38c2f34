package it.dgc.portal.limits;

import java.time.LocalDate;
import java.util.Optional;

import it.dgc.common.codes.HealthCardSuffix;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.portal.limits.address.ClientAddress;

/**
 * One filled-in form, as far as the limits look at it.
 *
 * @param form which one
 * @param subject what names the person in it: the fiscal code, or the code of the certificate; in one spelling
 * @param cardAndDate what is tried on persons, where it could be sprayed over many: end of the card number, and date
 * @param from the address that it came from
 */
public record Attempt(Form form, String subject, Optional<String> cardAndDate, ClientAddress from) {

    /** @return the form that shows the AUTHCODE */
    public static Attempt authCode(CodiceFiscale person, HealthCardSuffix card, LocalDate eventDate,
            ClientAddress from) {
        return new Attempt(Form.AUTHCODE, person.value(), Optional.of(card.value() + ' ' + eventDate), from);
    }

    /** @return the form for who has no card; a day alone is not counted, as too many share it */
    public static Attempt withoutCard(CodiceFiscale person, ClientAddress from) {
        return new Attempt(Form.CERTIFICATE_WITHOUT_CARD, person.value(), Optional.empty(), from);
    }

    /** @param code AUTHCODE or CUEV, in the spelling that its type gives it */
    public static Attempt withCode(String code, HealthCardSuffix card, LocalDate expiry, ClientAddress from) {
        return new Attempt(Form.CERTIFICATE_WITH_CODE, code, Optional.of(card.value() + ' ' + expiry), from);
    }

    @Override
    public String toString() {
        return "Attempt[form=" + form + ", masked]";
    }
}
