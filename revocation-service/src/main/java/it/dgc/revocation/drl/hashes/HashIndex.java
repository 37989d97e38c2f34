package it.dgc.revocation.drl.hashes;

import java.util.function.IntFunction;

/**
 * Finds the place of a hash in somebody else's array: open addressing, four bytes a place and a table at most half full.
 * The first bytes of a SHA-256 are as good as any hash code. For one thread at a time.
 */
public final class HashIndex {

    /** What {@link #find} and {@link #put} give where there is nothing. */
    public static final int ABSENT = -1;

    private static final int SMALLEST = 64;

    private final IntFunction<RevokedHash> hashAt;
    private int[] places = new int[SMALLEST]; // place + 1; 0 is free
    private int size;

    /** @param hashAt gives the hash at a place; asked only for places that were put and not removed */
    public HashIndex(IntFunction<RevokedHash> hashAt) {
        this.hashAt = hashAt;
    }

    /** @return the number of hashes */
    public int size() {
        return size;
    }

    /**
     * @param hash a hash
     * @return its place, or {@link #ABSENT}
     */
    public int find(RevokedHash hash) {
        return places[seek(hash)] - 1;
    }

    /**
     * @param hash a hash
     * @param place where it is from now on
     * @return where it was before, or {@link #ABSENT}
     */
    public int put(RevokedHash hash, int place) {
        int at = seek(hash);
        int before = places[at] - 1;
        places[at] = place + 1;
        if (before == ABSENT && ++size * 2 > places.length) {
            grow();
        }
        return before;
    }

    /**
     * @param hash a hash
     * @return where it was, or {@link #ABSENT}
     */
    public int remove(RevokedHash hash) {
        int free = seek(hash);
        int before = places[free] - 1;
        if (before == ABSENT) {
            return ABSENT;
        }
        places[free] = 0;
        size--;
        closeGap(free);
        return before;
    }

    /** A free cell ends a search: whatever was put behind it because it was taken has to move up. */
    private void closeGap(int gap) {
        int free = gap;
        for (int at = next(free); places[at] != 0; at = next(at)) {
            int home = home(hashAt.apply(places[at] - 1));
            if (distance(home, at) >= distance(free, at)) {
                places[free] = places[at];
                places[at] = 0;
                free = at;
            }
        }
    }

    private int seek(RevokedHash hash) {
        int at = home(hash);
        while (places[at] != 0 && !hashAt.apply(places[at] - 1).equals(hash)) {
            at = next(at);
        }
        return at;
    }

    private void grow() {
        int[] old = places;
        places = new int[Math.multiplyExact(old.length, 2)];
        for (int place : old) {
            if (place != 0) {
                places[seek(hashAt.apply(place - 1))] = place;
            }
        }
    }

    private int home(RevokedHash hash) {
        return (int) hash.first() & places.length - 1;
    }

    private int next(int at) {
        return at + 1 & places.length - 1;
    }

    private int distance(int from, int to) {
        return to - from & places.length - 1;
    }
}
