package it.dgc.generation.intake;

import java.util.Optional;

import it.dgc.common.messages.AuditEvent;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.issuance.Rejection;

/** What became of a record. */
sealed interface Handling {

    /** On whose word a record came that could not be read. */
    AuditEvent.Actor SENDER = new AuditEvent.Actor("SISTEMA_TS", null);

    /** @param outcome name of the outcome, for the metrics */
    record Done(String outcome) implements Handling {}

    /**
     * It cannot be used.
     *
     * @param certificate the one it is about, where that can be known
     * @param actor on whose word it came
     */
    record Refused(Rejection rejection, Optional<Uvci> certificate, AuditEvent.Actor actor) implements Handling {

        static Refused unread(Rejection rejection) {
            return new Refused(rejection, Optional.empty(), SENDER);
        }
    }
}
