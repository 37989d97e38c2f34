package it.dgc.revocation.publication.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import it.dgc.revocation.drl.VersionMark;

/** Keeps the versions, and what the instances agree on. Every method is one atomic step; failures are thrown. */
public interface VersionRegister {

    /**
     * @param mark the next version
     * @return whether it is published now; not if there is one of its number
     */
    boolean publish(VersionMark mark);

    /**
     * @param version any
     * @return the versions behind it, in order and up to the first hole; not necessarily all, but one at least if there
     *         is one
     */
    List<VersionMark> after(long version);

    /**
     * @param version its number
     * @return what is recorded of it
     */
    Optional<VersionMark> at(long version);

    /**
     * Takes or renews the right to publish.
     *
     * @param instance who wants it
     * @param now the time
     * @param until how long
     * @return whether the instance has it
     */
    boolean lead(String instance, Instant now, Instant until);

    /** @param held what is held back from now on; the one before is forgotten */
    void hold(HeldVersion held);

    /** @return what was held back last, though it may have been released or published since */
    Optional<HeldVersion> held();

    /**
     * @param release lets a version through; one of the same version and position stays as it is
     */
    void release(Release release);

    /**
     * @param version its number
     * @param position the last change in it
     * @return who let it through
     */
    Optional<Release> released(long version, long position);
}
