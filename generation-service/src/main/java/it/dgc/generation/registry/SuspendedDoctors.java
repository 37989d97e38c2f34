package it.dgc.generation.registry;

import java.util.Set;

import it.dgc.common.person.CodiceFiscale;

/** The doctors whom an operator of this platform has suspended; kept by blind index alone. */
public interface SuspendedDoctors {

    /** @return those of {@code doctors} who are suspended */
    Set<CodiceFiscale> among(Set<CodiceFiscale> doctors);

    default boolean contains(CodiceFiscale doctor) {
        return !among(Set.of(doctor)).isEmpty();
    }

    void suspend(CodiceFiscale doctor);

    void restore(CodiceFiscale doctor);
}
