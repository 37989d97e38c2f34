package it.dgc.revocation.drl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import it.dgc.revocation.drl.hashes.RevokedHash;

/** The places of one chunk of the whole list, some of them empty; immutable, shared by all versions that do not touch it. */
public final class Segment {

    private final int capacity;
    private final byte[] hashes;
    private final BitSet taken;
    private volatile PackedText text;

    private Segment(int capacity, byte[] hashes, BitSet taken) {
        this.capacity = capacity;
        this.hashes = hashes;
        this.taken = taken;
    }

    /**
     * @param capacity places
     * @param hashes one at each place; what stands at an empty place does not matter
     * @param taken which places are not empty
     * @return the segment; the arrays are its own from now on
     */
    public static Segment of(int capacity, byte[] hashes, BitSet taken) {
        return new Segment(capacity, hashes, taken);
    }

    /** @return all hashes in the order of their places */
    List<RevokedHash> entries() {
        List<RevokedHash> entries = new ArrayList<>(taken.cardinality());
        taken.stream().forEach(place -> entries.add(at(place)));
        return entries;
    }

    RevokedHash at(int place) {
        return RevokedHash.at(hashes, place * RevokedHash.BYTES);
    }

    int size() {
        return taken.cardinality();
    }

    /** Deflated at the first call and shared by all versions after it. */
    PackedText text() {
        if (text == null) {
            text = PackedText.of(plain());
        }
        return text;
    }

    byte[] plain() {
        return JsonHashes.array(entries());
    }

    Draft draft() {
        return new Draft(this);
    }

    static Draft draft(int capacity) {
        return new Draft(capacity);
    }

    /** @return one at each place, 32 bytes; not to be changed */
    public byte[] hashes() {
        return hashes;
    }

    /** @return which places are not empty; not to be changed */
    public BitSet taken() {
        return taken;
    }

    /** A segment while one version is made. */
    static final class Draft {

        private final int capacity;
        private final BitSet taken;
        private byte[] hashes;

        private Draft(int capacity) {
            this.capacity = capacity;
            this.taken = new BitSet();
            this.hashes = new byte[0];
        }

        private Draft(Segment before) {
            this.capacity = before.capacity;
            this.taken = (BitSet) before.taken.clone();
            this.hashes = before.hashes.clone();
        }

        /** @return the place that it took: the first free one */
        int add(RevokedHash hash) {
            int place = taken.nextClearBit(0);
            if (hashes.length <= place * RevokedHash.BYTES) {
                int room = Math.min(capacity, Math.max(16, place * 2));
                hashes = Arrays.copyOf(hashes, room * RevokedHash.BYTES);
            }
            taken.set(place);
            hash.write(hashes, place * RevokedHash.BYTES);
            return place;
        }

        /** Leaves a gap, and nothing of the hash in it. */
        void remove(int place) {
            taken.clear(place);
            RevokedHash.ZERO.write(hashes, place * RevokedHash.BYTES);
        }

        RevokedHash at(int place) {
            return RevokedHash.at(hashes, place * RevokedHash.BYTES);
        }

        Segment done() {
            return new Segment(capacity, hashes, taken);
        }
    }
}
