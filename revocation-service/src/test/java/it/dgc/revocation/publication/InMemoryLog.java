package it.dgc.revocation.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

import it.dgc.revocation.publication.ledger.LogRow;
import it.dgc.revocation.publication.ledger.RevocationLog;
import it.dgc.revocation.publication.ledger.RevocationLogContract;
import org.springframework.dao.DataAccessResourceFailureException;

/** The log as a map, trusted because it passes {@link RevocationLogContract}; with a knob for the day it is away. */
public final class InMemoryLog implements RevocationLog {

    final NavigableMap<Long, LogRow> rows = new ConcurrentSkipListMap<>();
    final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile boolean away;

    void away(boolean now) {
        away = now;
    }

    /** @return how often somebody asked while it was away */
    public int refusals() {
        return refusals.get();
    }

    @Override
    public boolean append(LogRow row) {
        answer();
        return rows.putIfAbsent(row.position(), row) == null;
    }

    @Override
    public List<LogRow> after(long position) {
        answer();
        return consecutive(rows, position);
    }

    @Override
    public Optional<LogRow> at(long position) {
        answer();
        return Optional.ofNullable(rows.get(position));
    }

    @Override
    public boolean hasSeen(String event) {
        answer();
        return seen.contains(event);
    }

    @Override
    public void seen(String event) {
        answer();
        seen.add(event);
    }

    private void answer() {
        if (away) {
            refusals.incrementAndGet();
            throw new DataAccessResourceFailureException("away");
        }
    }

    static <T> List<T> consecutive(NavigableMap<Long, T> all, long last) {
        List<T> found = new ArrayList<>();
        for (long next = last + 1; all.containsKey(next); next++) {
            found.add(all.get(next));
        }
        return found;
    }
}
