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
 * @param rewritten the head that was noted down before, where the chain no longer has it
 */
public record AuditReport(long links, String head, Optional<Long> brokenAt, List<String> missing,
        List<String> unfounded, long waiting, Optional<NotedHead> rewritten) {

    /** @return what to note down */
    public NotedHead noted() {
        return new NotedHead(links, head);
    }

    /** @return whether the chain is whole, agrees with the register and goes on from what was noted */
    public boolean isSound() {
        return brokenAt.isEmpty() && missing.isEmpty() && unfounded.isEmpty() && rewritten.isEmpty();
    }
}
