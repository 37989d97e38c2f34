package it.dgc.rules.settings.versions;

/** What has become of a version. */
public enum VersionState {
    /** Nobody has agreed to it yet. */
    PROPOSED,
    /** Agreed; its time has not come. */
    SCHEDULED,
    /** In force. */
    ACTIVE,
    /** It was in force until another came, and a rollback of that one returns to it. */
    REPLACED,
    /** It was in force until it was rolled back. */
    ROLLED_BACK,
    /** A rollback came before its time did. */
    CANCELLED
}
