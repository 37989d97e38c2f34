package it.dgc.revocation.publication;

import java.util.Optional;

import it.dgc.revocation.drl.VersionMark;
import it.dgc.revocation.publication.ledger.HeldReason;

/**
 * Judges a version before it is published (P14). A few numbers are enough: that no entry is lost is seen where the log is
 * read.
 *
 * @param largestGrowth share of the list by which a version may grow
 * @param growthFloor entries by which it may always grow
 */
record PublishGuard(double largestGrowth, int growthFloor) {

    /**
     * @param served what verifiers get now
     * @param next what they would get
     * @return why not, if not
     */
    Optional<HeldReason> judge(VersionMark served, VersionMark next) {
        if (next.version() <= served.version() || next.position() < served.position()) {
            return Optional.of(HeldReason.OLDER);
        }
        if (next.total() < 1) {
            return Optional.of(HeldReason.EMPTY);
        }
        return next.total() - served.total() > allowedGrowth(served) ? Optional.of(HeldReason.GREW) : Optional.empty();
    }

    private double allowedGrowth(VersionMark served) {
        return Math.max(growthFloor, served.total() * largestGrowth);
    }
}
