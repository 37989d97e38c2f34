package it.dgc.rules.signers;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.dao.DataAccessResourceFailureException;

/** The store as a map, trusted because it passes {@link SignerStoreContract}; with a knob for the day it is away. */
final class InMemorySigners implements SignerStore {

    private final Map<String, StoredSigner> signers = new ConcurrentHashMap<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile boolean away;

    void goAway() {
        away = true;
    }

    void comeBack() {
        away = false;
    }

    /** @return how often somebody asked while it was away */
    int refusals() {
        return refusals.get();
    }

    /** Tokens too. */
    void loseEverything() {
        signers.clear();
        tokens.set(0);
    }

    void clear() {
        signers.clear();
    }

    @Override
    public List<StoredSigner> all() {
        answer();
        return List.copyOf(signers.values());
    }

    @Override
    public int nextToken(int floor) {
        answer();
        return tokens.updateAndGet(last -> Math.max(last + 1, floor));
    }

    @Override
    public boolean add(StoredSigner first) {
        answer();
        return signers.putIfAbsent(first.id(), first) == null;
    }

    @Override
    public boolean replace(StoredSigner seen, StoredSigner next) {
        answer();
        return next == signers.computeIfPresent(seen.id(),
                (id, there) -> there.applied().equals(seen.applied()) ? next : there);
    }

    private void answer() {
        if (away) {
            refusals.incrementAndGet();
            throw new DataAccessResourceFailureException("away");
        }
    }
}
