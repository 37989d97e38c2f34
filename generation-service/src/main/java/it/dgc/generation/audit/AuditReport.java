package it.dgc.generation.audit;

import java.util.List;
import java.util.Optional;

/**
 * What an audit found.
 *
 * @param links length of the chain
 * @param head hash of its last link, lower-case hex: noted down, it proves later that nothing before was changed
 * @param brokenAt first link that does not follow the one before it
 * @param missing ids of events that the register or the dead letters ask for, and that the chain does not have
 * @param unfounded ids of events about certificates that the register does not have
 * @param waiting events still in an outbox
 */
public record AuditReport(long links, String head, Optional<Long> brokenAt, List<String> missing,
        List<String> unfounded, long waiting) {

    /** @return whether the chain is whole and agrees with the register */
    public boolean isSound() {
        return brokenAt.isEmpty() && missing.isEmpty() && unfounded.isEmpty();
    }
}
