package it.dgc.rules.settings.served;

/** Why the last good rules go on although the store was asked. */
enum Trouble {
    /** The store does not answer. */
    STORE_AWAY,
    /** The store has fewer lines than were seen before. */
    STORE_BEHIND,
    /** Lines of the log are missing or cannot be read. */
    LOG_DAMAGED,
    /** A set that should be served, or come, is not fit or not that which was approved. */
    SET_BROKEN
}
