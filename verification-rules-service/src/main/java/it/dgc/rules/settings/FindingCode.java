package it.dgc.rules.settings;

/** Why a rule set is not taken or not served; the name goes into answers and metrics. */
public enum FindingCode {
    /** Not a list of objects with exactly name, type and value. */
    NOT_READABLE,
    /** No rule at all. */
    EMPTY,
    /** More rules, or more bytes, than a phone should have to read. */
    TOO_LARGE,
    /** A name or type that is missing, too long or of other characters. */
    BAD_NAME,
    /** A value that is not a JSON string (I19). */
    NOT_A_STRING,
    /** A value longer than any client was seen to take. */
    VALUE_TOO_LONG,
    /** The same name and type twice, or one name under two types where clients look it up by name alone. */
    DUPLICATE,
    /** A rule that clients rely on is not there (I18, T31). */
    MISSING,
    /** Not a number of days. */
    NOT_DAYS,
    /** Not a number of hours. */
    NOT_HOURS,
    /** Not {@code du} and not a number of days (Table 2). */
    NOT_AN_END,
    /** Not exactly {@code true} or {@code false}. */
    NOT_A_BOOLEAN,
    /** Not numbers with dots between them. */
    NOT_A_VERSION,
    /** Not a whole number from 0 to 99. */
    NOT_A_COUNT,
    /** Not a list with {@code ;} between its entries. */
    NOT_A_LIST,
    /** Not an address that begins with https. */
    NOT_A_LINK,
    /** Holds control characters. */
    NOT_A_TEXT,
    /** Not an instant, or one more than a year away. */
    BAD_EFFECTIVE,
    /** A rule of a set before it is not there; devices would keep its last value for ever (I20). */
    DROPPED,
    /** A rule of this set is not in one that is already to follow it. */
    DROPPED_LATER,
    /** A black list that had entries has none: forged certificates would be good again. */
    BLACK_LIST_EMPTIED
}
