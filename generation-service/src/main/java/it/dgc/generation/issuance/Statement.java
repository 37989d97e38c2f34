package it.dgc.generation.issuance;

import java.time.LocalDate;
import java.util.Optional;

/** What a certificate attests. Kinds differ only where they truly differ. */
public sealed interface Statement {

    /** @return first day on which it may be shown, Europe/Rome */
    LocalDate validFrom();

    /** @return last day, inclusive; empty where there is no end */
    Optional<LocalDate> validUntil();

    /** @return who certified it */
    Doctor doctor();

    /** Exemption from vaccination. */
    record Exemption(Doctor doctor, LocalDate validFrom, Optional<LocalDate> validUntil) implements Statement {}
}
