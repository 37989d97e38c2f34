package it.dgc.generation.issuance;

/** Why a notification gives no certificate. The name is the code that operators see; it never carries data. */
public enum RejectionReason {
    /** There is no value, or it is empty. */
    EMPTY,
    /** The value is larger than a notification can be. */
    TOO_LARGE,
    /** The JSON is nested deeper than a notification can be. */
    TOO_DEEPLY_NESTED,
    /** The value is no UTF-8 JSON. */
    MALFORMED_JSON,
    /** A JSON object has a key twice. */
    DUPLICATE_KEY,
    /** The JSON has other fields, or other types, than the message's shape. */
    SCHEMA,
    /** The schema version is missing or unknown. */
    UNSUPPORTED_VERSION,
    /** The record's key is not the CUEV. */
    KEY_MISMATCH,
    /** A field is missing or breaks its rules; the field is named with the reason. */
    FIELD_INVALID,
    /** A name has a character that ICAO 9303 does not map. */
    NAME_WITHOUT_TRANSLITERATION,
    /** The last day of validity is before the first. */
    UNTIL_BEFORE_FROM,
    /** The doctor certified themself. */
    SELF_CERTIFICATION,
    /** An operator of this platform has suspended the doctor. */
    DOCTOR_SUSPENDED,
    /** Everything that the doctor certified at that time was revoked, before this was handled (Allegato B, chapter 2). */
    REVOKED_IN_BATCH,
    /** Sistema TS says that it received the data in the future. */
    REPORTED_IN_FUTURE,
    /** The same CUEV came before with other content. */
    CONFLICTING_DUPLICATE,
    /** The last day of validity has passed (Allegato B, chapter 1). */
    VALIDITY_ENDED,
    /** The certificate made from it breaks a rule of the checker; the rule is named with the reason. */
    LINT_FAILED,
    /** A fault of this service; the message waits for the fault to be mended. */
    UNEXPECTED_FAULT
}
