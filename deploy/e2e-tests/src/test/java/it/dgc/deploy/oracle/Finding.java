package it.dgc.deploy.oracle;

/**
 * A broken promise.
 *
 * @param kind which
 * @param about the certificate or record that shows it, and how; nothing about a person
 */
public record Finding(Kind kind, String about) {

    /** Promises that can be broken. */
    public enum Kind {
        /** Published or acknowledged, and without any trace. */
        LOST,
        /** Two where there must be one. */
        DUPLICATE,
        /** A certificate that cannot be read, or whose signature does not hold. */
        BAD_SIGNATURE,
        /** An identifier of the wrong form. */
        BAD_IDENTIFIER,
        /** Something says other than what was notified. */
        WRONG_FIELD,
        /** Another end than the notification's right one. */
        WRONG_OUTCOME,
        /** A certificate that nobody was told of. */
        MISSING_EVENT,
        /** Something that goes back to no notification. */
        FOREIGN,
        /** Came again without anything having been broken, or more often than that. */
        REPEATED_IN_PEACE,
        /** Something still waits. */
        UNFINISHED,
        /** The service has not read to the end. */
        LAG
    }
}
