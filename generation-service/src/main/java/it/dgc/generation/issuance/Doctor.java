package it.dgc.generation.issuance;

import java.util.HexFormat;

import it.dgc.common.messages.AuditEvent;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.generation.secrets.BlindIndex;

/**
 * Who certified; Sistema TS vouches for it.
 *
 * @param fiscalCode stands in the certificate
 * @param category in which service
 */
public record Doctor(CodiceFiscale fiscalCode, Category category) {

    /** @return how the auditor knows this doctor: by a keyed hash */
    public AuditEvent.Actor actor(BlindIndex index) {
        return new AuditEvent.Actor(category.name(), HexFormat.of().formatHex(index.of(fiscalCode)));
    }

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
