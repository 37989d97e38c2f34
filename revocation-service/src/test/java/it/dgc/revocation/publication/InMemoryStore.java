package it.dgc.revocation.publication;

import java.util.List;

/**
 * Log and register together, with knobs for the days on which the store is away or lies.
 *
 * @param log of the changes
 * @param register of the versions
 */
public record InMemoryStore(InMemoryLog log, InMemoryRegister register) {

    public InMemoryStore() {
        this(new InMemoryLog(), new InMemoryRegister());
    }

    public void goAway() {
        log.away(true);
        register.away(true);
    }

    public void comeBack() {
        log.away(false);
        register.away(false);
    }

    /** Everything is gone, as after the wrong volume was mounted. */
    public void becomeEmpty() {
        log.rows.clear();
        log.seen.clear();
        register.versions.clear();
    }

    /** Every second row is gone. */
    public void loseHalfOfTheLog() {
        List.copyOf(log.rows.keySet()).stream().filter(position -> position % 2 == 0).forEach(log.rows::remove);
    }

    /** As a backup that was made right after {@code version}. */
    public void goBackTo(long version) {
        long position = register.versions.get(version).position();
        register.versions.tailMap(version, false).clear();
        log.rows.tailMap(position, false).clear();
    }

    /** @return the same rows and versions in a store of its own */
    public InMemoryStore copy() {
        InMemoryStore copy = new InMemoryStore();
        copy.take(this);
        return copy;
    }

    /** Has again what {@code other} has. */
    public void take(InMemoryStore other) {
        log.rows.clear();
        log.rows.putAll(other.log.rows);
        log.seen.addAll(other.log.seen);
        register.versions.clear();
        register.versions.putAll(other.register.versions);
    }
}
