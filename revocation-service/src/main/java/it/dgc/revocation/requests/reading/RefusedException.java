package it.dgc.revocation.requests.reading;

import java.io.Serial;

/** Ends the reading of a body; knows the name of a field and nothing of what stood in it. */
final class RefusedException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private RefusedException(String field) {
        super(field, null, false, false);
    }

    static RefusedException field(String field) {
        return new RefusedException(field);
    }

    /** It is no object with these fields at all. */
    static RefusedException shape() {
        return new RefusedException(null);
    }
}
