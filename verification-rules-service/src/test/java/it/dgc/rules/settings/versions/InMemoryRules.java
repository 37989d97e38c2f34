package it.dgc.rules.settings.versions;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

import org.springframework.dao.DataAccessResourceFailureException;

/** The store as two maps, trusted because it passes {@link RuleStoreContract}; with knobs for what may happen to it. */
public final class InMemoryRules implements RuleStore {

    private final ConcurrentSkipListMap<Integer, StoredVersion> versions = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<Integer, Activation> lines = new ConcurrentSkipListMap<>();
    private volatile boolean away;
    private volatile int unreadable;
    private volatile Runnable beforeNextLine = () -> {};

    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    /** As a damaged disk or an intruder would. */
    public void tamper(int number, UnaryOperator<StoredVersion> change) {
        versions.computeIfPresent(number, (n, version) -> change.apply(version));
    }

    public void loseLine(int sequence) {
        lines.remove(sequence);
    }

    public void loseEverything() {
        versions.clear();
        lines.clear();
    }

    public void makeLinesUnreadable(int number) {
        unreadable = number;
    }

    /** Lets another operator be quicker, once. */
    void beforeNextLine(Runnable other) {
        beforeNextLine = other;
    }

    @Override
    public ActivationLog log() {
        answer();
        return new ActivationLog(List.copyOf(lines.values()), unreadable);
    }

    @Override
    public Optional<StoredVersion> version(int number) {
        answer();
        return Optional.ofNullable(versions.get(number));
    }

    @Override
    public int highestVersion() {
        answer();
        return versions.isEmpty() ? 0 : versions.lastKey();
    }

    @Override
    public List<StoredVersion> versions() {
        answer();
        return List.copyOf(versions.values());
    }

    @Override
    public boolean add(StoredVersion version) {
        answer();
        return versions.putIfAbsent(version.number(), version) == null;
    }

    @Override
    public boolean add(Activation line) {
        answer();
        Runnable other = beforeNextLine;
        beforeNextLine = () -> {};
        other.run();
        return lines.putIfAbsent(line.sequence(), line) == null;
    }

    private void answer() {
        if (away) {
            throw new DataAccessResourceFailureException("away");
        }
    }
}
