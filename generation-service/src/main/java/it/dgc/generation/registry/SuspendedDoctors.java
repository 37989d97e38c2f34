package it.dgc.generation.registry;

import it.dgc.common.person.CodiceFiscale;

/** The doctors whom an operator of this platform has suspended; kept by blind index alone. */
public interface SuspendedDoctors {

    boolean contains(CodiceFiscale doctor);

    void suspend(CodiceFiscale doctor);

    void restore(CodiceFiscale doctor);
}
