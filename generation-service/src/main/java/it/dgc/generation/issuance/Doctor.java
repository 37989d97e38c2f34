package it.dgc.generation.issuance;

import it.dgc.common.person.CodiceFiscale;

/**
 * Who certified; Sistema TS vouches for it.
 *
 * @param fiscalCode stands in the certificate
 * @param category in which service
 */
public record Doctor(CodiceFiscale fiscalCode, Category category) {

    /** The services that feed Sistema TS (Allegato B, chapter 1). */
    public enum Category {
        /** Family doctor. */
        MMG,
        /** Family paediatrician. */
        PLS,
        /** Facility of a regional health service. */
        SSR_FACILITY,
        /** Maritime, air and border health office. */
        USMAF,
        /** Health service for navigating personnel. */
        SASN
    }
}
