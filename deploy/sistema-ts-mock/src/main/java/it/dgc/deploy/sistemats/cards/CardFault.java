package it.dgc.deploy.sistemats.cards;

/** What the register does in place of answering. */
public enum CardFault {
    /** Refuses, with the status that was chosen. */
    REJECT,
    /** Sends the caller somewhere else. */
    REDIRECT,
    /** Agrees, about another person. */
    WRONG_ECHO,
    /** What it sends says that it is JSON. */
    GARBAGE,
    /** Agrees, and hangs up in the middle. */
    TRUNCATED,
    /** A blank now and then, without end. */
    ENDLESS,
    /** Agrees, and goes on for 64 MiB. */
    HUGE
}
