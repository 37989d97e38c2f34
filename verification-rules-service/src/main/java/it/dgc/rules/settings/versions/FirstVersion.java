package it.dgc.rules.settings.versions;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import it.dgc.rules.settings.FirstRules;
import it.dgc.rules.settings.RuleSet;
import it.dgc.rules.settings.RuleSetReading;

/** Puts the first version into an empty store. Instances that do so at the same time write the same. */
public final class FirstVersion {

    /** Stands where later versions have the names of two persons: who reviews this file stands in the code's history. */
    static final String RELEASE = "(first version of the release)";

    private FirstVersion() {}

    /**
     * @param store a store without a log
     * @param now when
     */
    public static void into(RuleStore store, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        RuleSet rules = FirstRules.read();
        StoredVersion ours = new StoredVersion(1, new RuleSetReading.Sound(rules), rules.hash(), RELEASE, at,
                Instant.EPOCH);
        StoredVersion first = store.add(ours) ? ours : leftBehind(store).orElse(ours);
        store.add(new Activation(1, 0, Activation.Kind.APPROVAL, 1, first.contentHash(), Instant.EPOCH, at, RELEASE));
    }

    /** The first version of another release, whose start ended between the two writes: its number is taken. */
    private static Optional<StoredVersion> leftBehind(RuleStore store) {
        return store.version(1).filter(version -> version.author().equals(RELEASE) && version.rules().isPresent());
    }
}
