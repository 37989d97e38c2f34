package it.dgc.revocation.publication.events;

/** Why an event cannot be used; the name goes into logs, metrics and the dead letter's header. */
enum RefusalReason {
    /** No value: the topic is not compacted, so a tombstone says nothing. */
    EMPTY,
    /** Not JSON, or not of the event's shape. */
    NOT_READABLE,
    /** A version of the shape that this service does not know. */
    UNKNOWN_SCHEMA_VERSION,
    /** No event id, or one that no service of the platform would make. */
    BAD_EVENT_ID,
    /** The identifier is none: its hash would match no certificate. */
    BAD_IDENTIFIER,
    /** The record's key is not the identifier: the order of its certificate's events would not be kept. */
    KEY_DIFFERS
}
