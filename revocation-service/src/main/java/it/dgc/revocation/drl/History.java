package it.dgc.revocation.drl;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import it.dgc.revocation.drl.hashes.HashArray;
import it.dgc.revocation.drl.hashes.HashIndex;
import it.dgc.revocation.drl.hashes.RevokedHash;

/**
 * The changes between the versions that are kept, in one sequence; immutable. A change that a later one overrides is
 * marked and not served, but keeps its place: chunk {@code k} from a version is the same stretch of the sequence whatever
 * the newest version is, and a client that mixes two of them ends with the newest state of each entry (I11).
 */
public final class History {

    private final long oldest;
    private final int[] ends;
    private final Instant[] publishedAt;
    private final HashArray changes;
    private final BitSet additions;
    private final BitSet overridden;

    private History(long oldest, int[] ends, Instant[] publishedAt, HashArray changes, BitSet additions,
            BitSet overridden) {
        this.oldest = oldest;
        this.ends = ends;
        this.publishedAt = publishedAt;
        this.changes = changes;
        this.additions = additions;
        this.overridden = overridden;
    }

    /** @return the history that begins with {@code first}; how that one came about is not kept */
    static History from(VersionMark first) {
        return new History(first.version(), new int[]{0}, new Instant[]{first.publishedAt()}, HashArray.empty(),
                new BitSet(), new BitSet());
    }

    /** @return the history with one more version; nothing is overridden by it yet */
    History plus(VersionMark next, NetChanges more) {
        BitSet nowAdditions = (BitSet) additions.clone();
        nowAdditions.set(changes.size(), changes.size() + more.added().size());
        List<RevokedHash> inOrder = new ArrayList<>(more.added());
        inOrder.addAll(more.removed());
        return new History(oldest, with(ends, changes.size() + inOrder.size()),
                with(publishedAt, next.publishedAt()), changes.plus(inOrder), nowAdditions, overridden);
    }

    /**
     * @param from the first change that is new
     * @param latest where the last change of each entry stands; brought up to date here
     * @return the history in which older changes of the same entries are overridden
     */
    public History overridingBefore(int from, HashIndex latest) {
        BitSet now = (BitSet) overridden.clone();
        for (int i = from; i < changes.size(); i++) {
            int before = latest.put(changes.at(i), i);
            if (before != HashIndex.ABSENT) {
                now.set(before);
            }
        }
        return new History(oldest, ends, publishedAt, changes, additions, now);
    }

    /** @return the history without the versions that were replaced before {@code limit} */
    History keptSince(Instant limit) {
        int gone = 0;
        while (gone < ends.length - 1 && publishedAt[gone + 1].isBefore(limit)) {
            gone++;
        }
        return gone == 0 ? this : without(gone);
    }

    private History without(int gone) {
        int start = ends[gone];
        int[] left = Arrays.stream(ends, gone, ends.length).map(end -> end - start).toArray();
        List<RevokedHash> kept = new ArrayList<>();
        for (int i = start; i < changes.size(); i++) {
            kept.add(changes.at(i));
        }
        return new History(oldest + gone, left, Arrays.copyOfRange(publishedAt, gone, publishedAt.length),
                HashArray.empty().plus(kept), additions.get(start, Math.max(start, changes.size())),
                overridden.get(start, Math.max(start, changes.size())));
    }

    /** @return whether the oldest version was replaced longer ago than {@code limit}, by more than {@code slack} */
    boolean isReplacedBefore(Instant limit, Duration slack) {
        return ends.length > 1 && publishedAt[1].isBefore(limit.minus(slack));
    }

    boolean keeps(long version) {
        return version >= oldest && version - oldest < ends.length;
    }

    /** @return the oldest version that is kept */
    public long oldest() {
        return oldest;
    }

    /**
     * @param mark a version
     * @return whether it is the newest one here
     */
    public boolean endsWith(VersionMark mark) {
        return keeps(mark.version()) && oldest + ends.length - 1 == mark.version()
                && publishedAt(mark.version()).equals(mark.publishedAt());
    }

    /**
     * @param version one that is kept
     * @return when
     */
    public Instant publishedAt(long version) {
        return publishedAt[(int) (version - oldest)];
    }

    /**
     * @param version one that is kept
     * @return where the changes after it begin
     */
    public int startAfter(long version) {
        return ends[(int) (version - oldest)];
    }

    int size() {
        return changes.size();
    }

    /**
     * @param change from 0
     * @return the entry that it is about
     */
    public RevokedHash at(int change) {
        return changes.at(change);
    }

    /**
     * @param change from 0
     * @return whether the entry came; else it left
     */
    public boolean isAddition(int change) {
        return additions.get(change);
    }

    /** @return what is served of a stretch: its additions, or what else is in it */
    List<RevokedHash> served(int from, int to, boolean added) {
        BitSet wanted = valid(from, to, added);
        return wanted.stream().mapToObj(i -> changes.at(from + i)).toList();
    }

    int count(int from, int to, boolean added) {
        return valid(from, to, added).cardinality();
    }

    private BitSet valid(int from, int to, boolean added) {
        BitSet wanted = additions.get(from, to);
        if (!added) {
            wanted.flip(0, to - from);
        }
        wanted.andNot(overridden.get(from, to));
        return wanted;
    }

    /** A history as it is read back. */
    public static final class Loading {

        private final List<Integer> ends = new ArrayList<>();
        private final List<Instant> times = new ArrayList<>();
        private final List<RevokedHash> changes = new ArrayList<>();
        private final BitSet additions = new BitSet();
        private long newest;

        /**
         * @param added whether it came
         * @param hash the entry
         */
        public void change(boolean added, RevokedHash hash) {
            additions.set(changes.size(), added);
            changes.add(hash);
        }

        /**
         * @param number of the version that the changes so far lead to
         * @param publishedAt when
         * @throws IOException if it does not follow on the one before
         */
        public void version(long number, Instant publishedAt) throws IOException {
            if (!ends.isEmpty() && number != newest + 1) {
                throw new IOException("the history has a hole before version " + number);
            }
            newest = number;
            ends.add(changes.size());
            times.add(publishedAt);
        }

        /**
         * @return the history
         * @throws IOException if there is no version in it
         */
        public History done() throws IOException {
            if (ends.isEmpty()) {
                throw new IOException("the history has no version");
            }
            return new History(newest - ends.size() + 1, ends.stream().mapToInt(Integer::intValue).toArray(),
                    times.toArray(Instant[]::new), HashArray.empty().plus(changes), additions, new BitSet());
        }
    }

    private static int[] with(int[] before, int last) {
        int[] longer = Arrays.copyOf(before, before.length + 1);
        longer[before.length] = last;
        return longer;
    }

    private static Instant[] with(Instant[] before, Instant last) {
        Instant[] longer = Arrays.copyOf(before, before.length + 1);
        longer[before.length] = last;
        return longer;
    }
}
