package it.dgc.generation.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import it.dgc.common.codes.AuthCode;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.common.uvci.Uvci;

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

    /**
     * Takes note that the holder was given the code or the certificate: one write, of an issued certificate only.
     *
     * @param language that the holder chose, of later messages: {@code IT}, {@code EN}, {@code DE} or {@code FR}
     * @param messages events that leave with it
     * @return the lease on their outbox; empty where the certificate is not issued any more
     */
    Optional<OutboxLease> recovered(Uvci uvci, String language, List<OutboxMessage> messages);
}
