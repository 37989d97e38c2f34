package it.dgc.common.hcert;

import java.util.function.Supplier;

/** Carries a refusal from a step to the decoder's edge, where it becomes a value; costs no stack trace. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final HcertRefusal reason;

    private RefusedException(HcertRefusal reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    static Supplier<RefusedException> because(HcertRefusal reason) {
        return () -> new RefusedException(reason);
    }

    static void unless(boolean holds, HcertRefusal reason) throws RefusedException {
        if (!holds) {
            throw new RefusedException(reason);
        }
    }

    HcertRefusal reason() {
        return reason;
    }
}
