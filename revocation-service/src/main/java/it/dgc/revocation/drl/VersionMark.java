package it.dgc.revocation.drl;

import java.time.Instant;
import java.util.List;

import it.dgc.revocation.drl.hashes.RevokedHash;

/**
 * What is recorded of a version: which changes it takes in, and what must come out. Every instance makes the same version
 * of it.
 *
 * @param version from 1, without holes (I1)
 * @param position the last change that is in it
 * @param publishedAt when, to the millisecond; never before the version before it
 * @param total number of entries (I3)
 * @param sum all entries, mixed by {@link RevokedHash#xor}: tells a list that lost something
 */
public record VersionMark(long version, long position, Instant publishedAt, int total, RevokedHash sum) {

    /** The version before the first one: no entry, nobody gets it. */
    public static final VersionMark NONE = new VersionMark(0, 0, Instant.EPOCH, 0, RevokedHash.ZERO);

    /**
     * @param changes what the next version takes in
     * @param upTo the last position that it takes in
     * @param at when it is published
     * @return the mark of the version after this one
     */
    public VersionMark next(NetChanges changes, long upTo, Instant at) {
        return new VersionMark(version + 1, upTo, at.isBefore(publishedAt) ? publishedAt : at,
                total + changes.added().size() - changes.removed().size(),
                mixed(mixed(sum, changes.added()), changes.removed()));
    }

    private static RevokedHash mixed(RevokedHash sum, List<RevokedHash> hashes) {
        return hashes.stream().reduce(sum, RevokedHash::xor);
    }
}
