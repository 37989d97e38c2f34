package it.dgc.generation.intake;

import it.dgc.generation.issuance.Rejection;
import it.dgc.generation.issuance.RejectionReason;

/** Leaves the reading of a notification at the first thing wrong with it; never leaves this room. */
final class RefusedNotification extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    private RefusedNotification(Rejection rejection) {
        super(null, null, false, false);
        this.rejection = rejection;
    }

    static RefusedNotification because(RejectionReason reason) {
        return new RefusedNotification(Rejection.of(reason));
    }

    static RefusedNotification field(String name) {
        return new RefusedNotification(Rejection.field(name));
    }

    Rejection rejection() {
        return rejection;
    }
}
