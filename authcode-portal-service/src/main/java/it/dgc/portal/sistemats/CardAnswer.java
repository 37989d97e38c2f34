package it.dgc.portal.sistemats;

/** What Sistema TS says about a person's card. */
public enum CardAnswer {
    /** It is as was asked. */
    YES,
    /** It is not. */
    NO,
    /** Nobody can tell: no answer in time, or none that can be believed. */
    UNAVAILABLE
}
