package it.dgc.revocation.drl.hashes;

import java.util.Arrays;
import java.util.Collection;

/**
 * Hashes in the order in which they came. Immutable to its readers: an array made by {@link #plus} shares the memory of
 * the one before it and writes only behind that one's end. So each array is extended once at most, by one thread.
 */
public final class HashArray {

    /** Hashes: 32 KiB a block. */
    private static final int BLOCK = 1024;

    private final byte[][] blocks;
    private final int size;

    private HashArray(byte[][] blocks, int size) {
        this.blocks = blocks;
        this.size = size;
    }

    /** @return an array without hashes */
    public static HashArray empty() {
        return new HashArray(new byte[0][], 0);
    }

    /** @return the number of hashes */
    public int size() {
        return size;
    }

    /**
     * @param index from 0
     * @return the hash there
     */
    public RevokedHash at(int index) {
        return RevokedHash.at(blocks[index / BLOCK], index % BLOCK * RevokedHash.BYTES);
    }

    /**
     * @param more come behind what is there
     * @return the longer array
     */
    public HashArray plus(Collection<RevokedHash> more) {
        int grown = Math.addExact(size, more.size());
        byte[][] all = Arrays.copyOf(blocks, (grown + BLOCK - 1) / BLOCK);
        int at = size;
        for (RevokedHash hash : more) {
            if (all[at / BLOCK] == null) {
                all[at / BLOCK] = new byte[BLOCK * RevokedHash.BYTES];
            }
            hash.write(all[at / BLOCK], at % BLOCK * RevokedHash.BYTES);
            at++;
        }
        return new HashArray(all, grown);
    }
}
