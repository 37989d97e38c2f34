package it.dgc.generation.registry;

import java.util.Set;

import it.dgc.common.person.CodiceFiscale;
import it.dgc.generation.testing.Events;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every list of suspended doctors keeps. */
public interface SuspendedDoctorsContract {

    CodiceFiscale DOCTOR = Events.DOCTOR.fiscalCode();

    SuspendedDoctors doctors();

    @Test
    default void knowsWhoIsSuspended() {
        assertThat(doctors().contains(DOCTOR)).isFalse();
        doctors().suspend(DOCTOR);
        assertThat(doctors().contains(DOCTOR)).isTrue();
        assertThat(doctors().contains(Events.HOLDER.fiscalCode())).isFalse();
    }

    @Test
    default void restoresOnceWhoWasSuspendedTwice() {
        doctors().suspend(DOCTOR);
        doctors().suspend(DOCTOR);
        doctors().restore(DOCTOR);
        assertThat(doctors().contains(DOCTOR)).isFalse();
    }

    @Test
    default void tellsThemAmongMany() {
        doctors().suspend(DOCTOR);
        assertThat(doctors().among(Set.of(DOCTOR, Events.HOLDER.fiscalCode()))).containsExactly(DOCTOR);
        assertThat(doctors().among(Set.of())).isEmpty();
    }

    @Test
    default void restoresNobodyElse() {
        doctors().suspend(DOCTOR);
        doctors().restore(Events.HOLDER.fiscalCode());
        assertThat(doctors().contains(DOCTOR)).isTrue();
    }
}
