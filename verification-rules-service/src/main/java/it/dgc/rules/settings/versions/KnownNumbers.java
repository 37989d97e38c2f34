package it.dgc.rules.settings.versions;

/** The highest numbers that this instance has seen: a store that was lost and begins again must count on from them. */
public interface KnownNumbers {

    /** @return sequence of the last line seen, 0 without one */
    int lastSequence();

    /** @return the highest version seen, 0 without one */
    int highestVersion();
}
