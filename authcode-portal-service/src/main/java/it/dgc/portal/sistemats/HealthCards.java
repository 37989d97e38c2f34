package it.dgc.portal.sistemats;

import java.time.LocalDate;
import java.util.Optional;

import it.dgc.common.codes.HealthCardSuffix;
import it.dgc.common.person.CodiceFiscale;

/** The two questions about health cards. Neither throws, whatever comes back, or nothing. */
public interface HealthCards {

    /**
     * @param person whose card it should be
     * @param last8 end of its number
     * @param expiry its last day, where the form asks for it
     * @return whether this card belongs to this person and has not ended
     */
    CardAnswer check(CodiceFiscale person, HealthCardSuffix last8, Optional<LocalDate> expiry);

    /** @return whether the person has no health card */
    CardAnswer hasNone(CodiceFiscale person);
}
