package it.dgc.common.person;

/** What came of reading a name that someone sent. */
public sealed interface NameReading {

    /** @param name the name, ready for use */
    record Accepted(PersonName name) implements NameReading {}

    /** @param problem why the text is no name; the text itself is not kept */
    record Refused(PersonName.Problem problem) implements NameReading {}
}
