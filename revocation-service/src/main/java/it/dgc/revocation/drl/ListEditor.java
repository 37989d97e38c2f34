package it.dgc.revocation.drl;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import it.dgc.revocation.drl.hashes.HashIndex;
import it.dgc.revocation.drl.hashes.RevokedHash;

/**
 * Makes each version out of the one before it and remembers where every entry stands. Where an entry goes depends on the
 * versions before and on the chunk size alone, so all instances have the same chunks. For one thread at a time.
 */
public final class ListEditor {

    /** Of the retention: cutting the history copies it, so that it waits until it is worth it. */
    private static final int SLACK = 16;

    private final int chunkSize;
    private final Duration keepFor;
    private final HashIndex places = new HashIndex(this::at);
    private HashIndex latestChanges = new HashIndex(this::changed);
    private Places current;
    private ListVersion version;
    private History history;

    private ListEditor(int chunkSize, Duration keepFor) {
        this.chunkSize = chunkSize;
        this.keepFor = keepFor;
        this.current = new Places(chunkSize, List.of());
    }

    /**
     * @param chunkSize entries a chunk
     * @param keepFor how long a replaced version is kept
     * @return an editor without a version
     */
    public static ListEditor empty(int chunkSize, Duration keepFor) {
        return new ListEditor(chunkSize, keepFor);
    }

    /**
     * @param from a version, with the chunk size of before
     * @param keepFor how long a replaced version is kept
     * @return an editor that goes on from it
     */
    public static ListEditor of(ListVersion from, Duration keepFor) {
        ListEditor editor = new ListEditor(from.chunkSize(), keepFor);
        editor.version = from;
        editor.history = from.history();
        editor.current = new Places(from.chunkSize(), from.segments());
        editor.current.forEach(place -> editor.places.put(editor.at(place), place));
        editor.history.overridingBefore(0, editor.latestChanges);
        return editor;
    }

    /** @return the newest version, if there is any */
    public Optional<ListVersion> newest() {
        return Optional.ofNullable(version);
    }

    /** @return what is recorded of the newest version */
    public VersionMark mark() {
        return version == null ? VersionMark.NONE : version.mark();
    }

    /**
     * @param hash an entry
     * @return whether the newest version has it
     */
    public boolean contains(RevokedHash hash) {
        return places.find(hash) != HashIndex.ABSENT;
    }

    /**
     * @param next the mark of the version after the newest
     * @param changes what it takes in
     * @return the version, which is the newest from now on
     * @throws IllegalArgumentException if the changes do not lead to what the mark says; nothing is changed then
     */
    public ListVersion advance(VersionMark next, NetChanges changes) {
        if (!mark().next(changes, next.position(), next.publishedAt()).equals(next)) {
            throw new IllegalArgumentException("the changes do not lead to version " + next.version());
        }
        changes.removed().forEach(gone -> current.remove(places.remove(gone)));
        changes.added().forEach(hash -> places.put(hash, current.add(hash)));
        history = version == null ? History.from(next) : remember(next, changes);
        version = new ListVersion(next, chunkSize, current.done(), history);
        return version;
    }

    private History remember(VersionMark next, NetChanges changes) {
        int before = history.size();
        history = history.plus(next, changes); // the index looks into it
        history = history.overridingBefore(before, latestChanges);
        Instant limit = next.publishedAt().minus(keepFor);
        if (history.isReplacedBefore(limit, keepFor.dividedBy(SLACK))) {
            history = history.keptSince(limit);
            latestChanges = new HashIndex(this::changed);
            history.overridingBefore(0, latestChanges);
        }
        return history;
    }

    private RevokedHash at(int place) {
        return current.at(place);
    }

    private RevokedHash changed(int change) {
        return history.at(change);
    }
}
