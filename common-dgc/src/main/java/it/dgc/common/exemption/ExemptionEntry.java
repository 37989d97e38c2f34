package it.dgc.common.exemption;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The variable fields of the one statement in group {@code e}; disease, country, issuer and description are the same for
 * all. Codes are kept as they are written, unchecked.
 *
 * @param doctor {@code fc}: fiscal code of the certifying doctor
 * @param validFrom {@code df}: first day, Europe/Rome
 * @param validUntil {@code du}: last day, inclusive, Europe/Rome; empty where the exemption has no end
 * @param uvci {@code ci}: identifier of the certificate
 * @param cuev {@code cu}: code of the exemption with its prefix {@code CUEV-}
 */
public record ExemptionEntry(String doctor, LocalDate validFrom, Optional<LocalDate> validUntil, String uvci,
        String cuev) {

    /** @throws IllegalArgumentException where the last day comes before the first */
    public ExemptionEntry {
        Objects.requireNonNull(doctor, "doctor");
        Objects.requireNonNull(uvci, "uvci");
        Objects.requireNonNull(cuev, "cuev");
        if (validUntil.filter(validFrom::isAfter).isPresent()) {
            throw new IllegalArgumentException("the last day comes before the first");
        }
    }

    /** @return nothing of the statement: each field leads to a person */
    @Override
    public String toString() {
        return "ExemptionEntry[REDACTED]";
    }
}
