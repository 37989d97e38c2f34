package it.dgc.revocation.publication;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import it.dgc.revocation.drl.ListEditor;
import it.dgc.revocation.drl.ListVersion;
import it.dgc.revocation.drl.NetChanges;
import it.dgc.revocation.drl.SyntheticEntry;
import it.dgc.revocation.drl.VersionMark;
import it.dgc.revocation.drl.hashes.RevokedHash;
import it.dgc.revocation.publication.ledger.HeldReason;
import it.dgc.revocation.publication.ledger.LogRow;
import it.dgc.revocation.publication.ledger.LogRow.Change;
import it.dgc.revocation.publication.ledger.RevocationLog;
import it.dgc.revocation.publication.ledger.VersionRegister;

/**
 * The list as this instance knows it: the newest version, and the changes behind it that no version has yet. A change is
 * decided on the state after the last row that is known here, and written as the row after that: if the state has moved
 * on, the place is taken, and it is decided anew.
 */
public final class RevocationList {

    /** What an event did to the list. */
    public enum Effect {
        CHANGED, UNCHANGED, REPEATED
    }

    private final RevocationLog log;
    private final VersionRegister register;
    private final ListEditor editor;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final Deque<LogRow> unpublished = new ArrayDeque<>();
    private final Map<RevokedHash, Change> unpublishedState = new HashMap<>();
    private long position;
    private Optional<RevokedHash> lastRow = Optional.empty();
    private Optional<HeldReason> damage = Optional.empty();

    /**
     * @param log of the changes
     * @param register of the versions
     * @param editor with the newest version that this instance has
     */
    public RevocationList(RevocationLog log, VersionRegister register, ListEditor editor) {
        this.log = log;
        this.register = register;
        this.editor = editor;
        this.position = editor.mark().position();
    }

    /**
     * @param event digest of the event's id
     * @param wanted what is to happen
     * @param hash to which entry
     * @return what it did; the same event never does anything again
     * @throws IllegalStateException if the store lost changes: nothing is built on top of that
     */
    public Effect apply(String event, Change wanted, RevokedHash hash) {
        return alone(() -> {
            Optional<Effect> effect = Optional.empty();
            while (effect.isEmpty()) {
                effect = attempt(event, wanted, hash);
            }
            return effect.get();
        });
    }

    /** @return nothing where the log had gone on meanwhile */
    private Optional<Effect> attempt(String event, Change wanted, RevokedHash hash) {
        damage.ifPresent(reason -> {
            throw new IllegalStateException("the store is damaged: " + reason);
        });
        if (log.hasSeen(event)) {
            return Optional.of(Effect.REPEATED);
        }
        if (isListed(hash) == (wanted == Change.ADDED)) {
            return readOn() ? Optional.empty() : Optional.of(noted(event, Effect.UNCHANGED));
        }
        LogRow row = new LogRow(position + 1, wanted, hash);
        if (!log.append(row)) {
            if (!readOn()) {
                throw new IllegalStateException("the log neither takes nor gives row " + row.position());
            }
            return Optional.empty();
        }
        take(row);
        return Optional.of(noted(event, Effect.CHANGED));
    }

    /** After the row: an event that is noted but not in the log would be lost. */
    private Effect noted(String event, Effect effect) {
        log.seen(event);
        return effect;
    }

    /**
     * Reads what others changed and published.
     *
     * @return why the store cannot be believed, if it cannot; the newest version stays what it was then
     */
    public Optional<HeldReason> catchUp() {
        return alone(() -> {
            damage = compare().or(this::follow);
            return damage;
        });
    }

    /** What was seen once must still be there. */
    private Optional<HeldReason> compare() {
        VersionMark mark = editor.mark();
        if (mark.version() > 0) {
            Optional<VersionMark> stored = register.at(mark.version());
            if (!stored.equals(Optional.of(mark))) {
                return Optional.of(stored.isEmpty() ? HeldReason.OLDER : HeldReason.LOST_ENTRIES);
            }
        }
        Optional<LogRow> row = position == 0 ? Optional.empty() : log.at(position);
        boolean isThere = position == 0 || row.isPresent()
                && lastRow.map(hash -> hash.equals(row.get().hash())).orElse(true);
        lastRow = lastRow.or(() -> row.map(LogRow::hash));
        return isThere ? Optional.empty() : Optional.of(HeldReason.LOST_ENTRIES);
    }

    private Optional<HeldReason> follow() {
        readOn();
        List<VersionMark> newer = register.after(editor.mark().version());
        while (!newer.isEmpty()) {
            for (VersionMark mark : newer) {
                if (!take(mark)) {
                    return Optional.of(HeldReason.LOST_ENTRIES);
                }
            }
            newer = register.after(editor.mark().version());
        }
        return Optional.empty();
    }

    private boolean take(VersionMark mark) {
        if (mark.position() > position) {
            readOn();
        }
        NetChanges changes = changesUpTo(mark.position());
        if (mark.position() > position
                || !editor.mark().next(changes, mark.position(), mark.publishedAt()).equals(mark)) {
            return false;
        }
        editor.advance(mark, changes);
        while (!unpublished.isEmpty() && unpublished.getFirst().position() <= mark.position()) {
            unpublished.removeFirst();
        }
        unpublishedState.clear();
        unpublished.forEach(row -> unpublishedState.put(row.hash(), row.change()));
        return true;
    }

    /** @return whether there was anything new */
    private boolean readOn() {
        long before = position;
        List<LogRow> rows = log.after(position);
        while (!rows.isEmpty()) {
            rows.forEach(this::take);
            rows = log.after(position);
        }
        return position > before;
    }

    private void take(LogRow row) {
        unpublished.addLast(row);
        unpublishedState.put(row.hash(), row.change());
        position = row.position();
        lastRow = Optional.of(row.hash());
    }

    private boolean isListed(RevokedHash hash) {
        Change last = unpublishedState.get(hash);
        return last == null ? editor.contains(hash) : last == Change.ADDED;
    }

    /**
     * @param upTo the last position to take in
     * @param at when it would be published
     * @return the version after the newest; nothing where it would be the same (I2)
     */
    public Optional<VersionMark> next(long upTo, Instant at) {
        return alone(() -> {
            NetChanges changes = changesUpTo(upTo);
            long last = editor.mark().version() == 0 ? 0 : upTo;
            return changes.isEmpty() ? Optional.empty() : Optional.of(editor.mark().next(changes, last, at));
        });
    }

    /** The first version has the synthetic entry alone, whatever is waiting. */
    private NetChanges changesUpTo(long upTo) {
        if (editor.mark().version() == 0) {
            return SyntheticEntry.firstVersion();
        }
        SequencedMap<RevokedHash, Change> last = new LinkedHashMap<>();
        for (LogRow row : unpublished) {
            if (row.position() <= upTo) {
                last.putLast(row.hash(), row.change());
            }
        }
        List<RevokedHash> added = new ArrayList<>();
        List<RevokedHash> removed = new ArrayList<>();
        last.forEach((hash, change) -> {
            if (editor.contains(hash) != (change == Change.ADDED)) {
                (change == Change.ADDED ? added : removed).add(hash);
            }
        });
        return new NetChanges(added, removed);
    }

    /** @return the newest version, if there is any */
    public Optional<ListVersion> newest() {
        return alone(editor::newest);
    }

    /** @return what is recorded of the newest version */
    public VersionMark mark() {
        return alone(editor::mark);
    }

    /** @return the last change that is known here */
    public long position() {
        return alone(() -> position);
    }

    /** @return number of changes that no version has yet */
    public int waiting() {
        return alone(unpublished::size);
    }

    private <T> T alone(Supplier<T> work) {
        oneAtATime.lock();
        try {
            return work.get();
        } finally {
            oneAtATime.unlock();
        }
    }
}
