package it.dgc.generation.doctors;

import java.time.Clock;
import java.util.HexFormat;
import java.util.List;

import it.dgc.common.messages.AuditEvent;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.generation.events.AuditEventFactory;
import it.dgc.generation.events.EventRelay;
import it.dgc.generation.registry.SuspendedDoctors;
import it.dgc.generation.secrets.BlindIndex;

/** Suspends and restores doctors. The auditor is told first, so that nothing is done untold. */
final class DoctorSuspension {

    private static final String OPERATOR = "OPERATOR";

    private final SuspendedDoctors doctors;
    private final BlindIndex index;
    private final EventRelay relay;
    private final Clock clock;

    DoctorSuspension(SuspendedDoctors doctors, BlindIndex index, EventRelay relay, Clock clock) {
        this.doctors = doctors;
        this.index = index;
        this.relay = relay;
        this.clock = clock;
    }

    /** @throws RuntimeException if broker or store fail: it may be done again, and is then told again */
    void suspend(CodiceFiscale doctor, String operator) {
        tell(AuditEvent.Type.DOCTOR_SUSPENDED, doctor, operator);
        doctors.suspend(doctor);
    }

    /** @throws RuntimeException as {@link #suspend} */
    void restore(CodiceFiscale doctor, String operator) {
        tell(AuditEvent.Type.DOCTOR_RESTORED, doctor, operator);
        doctors.restore(doctor);
    }

    private void tell(AuditEvent.Type type, CodiceFiscale doctor, String operator) {
        AuditEvent.Actor actor = new AuditEvent.Actor(OPERATOR, hex(index.ofCaller(operator)));
        relay.send(List.of(AuditEventFactory.doctor(type, hex(index.of(doctor)), actor, clock.instant())));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
