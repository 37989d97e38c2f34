package it.dgc.deploy.oracle;

/** What ought to become of a notification (Allegato B, chapter 1). */
enum Fate {
    /** A certificate: its first day has come and its last has not passed. */
    CERTIFICATE,
    /** It waits for its first day. */
    DEFERRAL,
    /** Its last day has passed. */
    REFUSAL,
    /** Nothing: the very same came before. */
    REPETITION,
    /** It cannot be used. */
    DEAD_LETTER
}
