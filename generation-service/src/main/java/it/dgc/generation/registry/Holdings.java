package it.dgc.generation.registry;

import java.time.LocalDate;
import java.util.List;

import it.dgc.common.codes.AuthCode;
import it.dgc.common.person.CodiceFiscale;

/** Certificates by what their holders know of them (Allegato B, chapters 5 and 6). Only keyed hashes of it are stored. */
public interface Holdings {

    /**
     * @param holder whose
     * @param firstDay of the exemption
     * @return all of them, in whatever state
     */
    List<CertificateEntry> of(CodiceFiscale holder, LocalDate firstDay);

    /** @return the one with this code, in whatever state; by a rare chance several have it */
    List<CertificateEntry> of(AuthCode code);
}
