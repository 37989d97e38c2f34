package it.dgc.common.verification;

import java.util.Objects;
import java.util.Optional;

/**
 * What came of a verification: the outcome and, of a certificate that a trusted key signed, the holder. Nothing of the
 * kind, the period or the identifiers.
 *
 * @param outcome the outcome
 * @param reason why; empty where it is valid, and to be shown in a test only
 * @param holder whom to compare with an identity document; empty where nobody may trust the name
 */
public record Verification(Outcome outcome, Optional<Reason> reason, Optional<Holder> holder) {

    /** Requires every part. */
    public Verification {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(holder, "holder");
    }

    static Verification of(Objection objection) {
        return new Verification(objection.outcome(), Optional.of(objection.reason()), Optional.empty());
    }

    static Verification of(Optional<Objection> objection, Holder holder) {
        return new Verification(objection.map(Objection::outcome).orElse(Outcome.VALID),
                objection.map(Objection::reason), Optional.of(holder));
    }

    /**
     * @param testMode whether those who look are testing
     * @return what they may see: outside a test no reason, and {@link Outcome#NOT_VALID} for a revoked certificate
     */
    public Verification shown(boolean testMode) {
        return testMode ? this : new Verification(outcome.shown(false), Optional.empty(), holder);
    }

    /** @return outcome and reason; the rest is personal */
    @Override
    public String toString() {
        return "Verification[outcome=" + outcome + ", reason=" + reason.map(Reason::code).orElse("") + ", REDACTED]";
    }
}
