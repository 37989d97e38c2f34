package it.dgc.rules.signers;

/** Why a message cannot be used; the name goes into logs, metrics and the dead letter's header. */
enum RefusalReason {
    /** The record's key is not a kid, nor one with the SHA-256 of a certificate. */
    BAD_KID,
    /** Not JSON, or not of the message's shape. */
    NOT_READABLE,
    /** A version of the shape that this service does not know. */
    UNKNOWN_SCHEMA_VERSION,
    /** The message speaks of another kid, or another certificate, than the record's key. */
    KEY_DIFFERS,
    /** No usages, or one that is not a word of capitals. */
    BAD_USAGES,
    /** Not exactly one X.509 certificate, Base64 of its DER. */
    BAD_CERTIFICATE,
    /** A key of this platform whose kid is not the beginning of its certificate's SHA-256. */
    KID_MISMATCH
}
