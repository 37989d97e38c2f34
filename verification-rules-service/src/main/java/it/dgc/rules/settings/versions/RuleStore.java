package it.dgc.rules.settings.versions;

import java.util.List;
import java.util.Optional;

/** Keeps versions and log. It only ever adds, each in one atomic step; failures are transient and thrown. */
public interface RuleStore {

    /** @return the log */
    ActivationLog log();

    /**
     * @param number from 1
     * @return the version; nothing where there is none, or none that can be read
     */
    Optional<StoredVersion> version(int number);

    /** @return the highest number that is taken, 0 without one */
    int highestVersion();

    /** @return every version that can be read, in no order */
    List<StoredVersion> versions();

    /**
     * @param version a version
     * @return whether it was added; {@code false} where its number is taken
     */
    boolean add(StoredVersion version);

    /**
     * @param line a line for the log
     * @return whether it was added; {@code false} where its sequence is taken
     */
    boolean add(Activation line);
}
