package it.dgc.rules.settings.versions;

import java.time.Instant;

/**
 * One line of the log: somebody decided that a version comes into force.
 *
 * @param sequence place in the log, ascending
 * @param follows the sequence before it, 0 for the first: a line that was taken out shows
 * @param kind what was decided
 * @param version the version that comes into force
 * @param contentHash hash of its content when that was decided (T07)
 * @param effective from when
 * @param decidedAt when it was decided
 * @param by name of the operator who decided
 */
public record Activation(int sequence, int follows, Kind kind, int version, String contentHash, Instant effective,
        Instant decidedAt, String by) {

    /** What was decided. */
    public enum Kind {
        /** A second person agreed to a proposal. */
        APPROVAL,
        /** Back to the version before, and nothing that was to follow. */
        ROLLBACK
    }

    boolean isRollback() {
        return kind == Kind.ROLLBACK;
    }

    boolean isEffectiveAt(Instant now) {
        return !effective.isAfter(now);
    }
}
