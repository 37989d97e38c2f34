package it.dgc.generation.testing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import it.dgc.common.person.CodiceFiscale;
import it.dgc.generation.registry.SuspendedDoctors;

/** The suspended doctors in memory. */
public final class InMemorySuspendedDoctors implements SuspendedDoctors {

    private final Set<CodiceFiscale> doctors = ConcurrentHashMap.newKeySet();

    @Override
    public Set<CodiceFiscale> among(Set<CodiceFiscale> asked) {
        return asked.stream().filter(doctors::contains).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void suspend(CodiceFiscale doctor) {
        doctors.add(doctor);
    }

    @Override
    public void restore(CodiceFiscale doctor) {
        doctors.remove(doctor);
    }
}
