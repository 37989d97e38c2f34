package it.dgc.rules.settings.versions;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What follows from the log: which version is in force at an instant, which one it replaced, which come later. A
 * rollback takes the newest version off the pile, so two of them go back two versions; it also cancels what was to come
 * later, because that was agreed upon in view of the version that proved wrong.
 */
public final class History {

    private final ActivationLog log;
    private final List<Activation> inForceOrder;

    /** @param log the lines, in any order */
    public History(ActivationLog log) {
        this.log = log;
        this.inForceOrder = log.lines().stream().filter(line -> !isCancelled(line))
                .sorted(Comparator.comparing(Activation::effective).thenComparing(Activation::sequence)).toList();
    }

    /**
     * @param now the instant asked about
     * @return the approval of the version in force; nothing before the first
     */
    public Optional<Activation> activeAt(Instant now) {
        return Optional.ofNullable(pileAt(now).peek());
    }

    /**
     * @param now the instant asked about
     * @return since when the version in force is so
     */
    public Optional<Instant> activeSince(Instant now) {
        return inForceOrder.stream().filter(line -> line.isEffectiveAt(now)).map(Activation::effective)
                .reduce((earlier, later) -> later);
    }

    /**
     * @param now the instant asked about
     * @return what comes into force after it, in order
     */
    public List<Activation> scheduledAfter(Instant now) {
        return inForceOrder.stream().filter(line -> !line.isEffectiveAt(now)).toList();
    }

    /** The version that a rollback returns to; where only later ones are to be cancelled, the one in force. */
    Optional<Activation> returnTarget(Instant now) {
        List<Activation> pile = List.copyOf(pileAt(now));
        if (pile.size() > 1) {
            return Optional.of(pile.get(1));
        }
        return scheduledAfter(now).isEmpty() ? Optional.empty() : pile.stream().findFirst();
    }

    Optional<Activation> approvalOf(int version) {
        return log.lines().stream().filter(line -> !line.isRollback() && line.version() == version).findFirst();
    }

    VersionState stateOf(int version, Instant now) {
        Optional<Activation> approval = approvalOf(version);
        if (approval.isEmpty()) {
            return VersionState.PROPOSED;
        }
        if (isCancelled(approval.get())) {
            return VersionState.CANCELLED;
        }
        if (!approval.get().isEffectiveAt(now)) {
            return VersionState.SCHEDULED;
        }
        Deque<Activation> pile = pileAt(now);
        if (pile.peek() == approval.get()) {
            return VersionState.ACTIVE;
        }
        return pile.contains(approval.get()) ? VersionState.REPLACED : VersionState.ROLLED_BACK;
    }

    private boolean isCancelled(Activation line) {
        return log.lines().stream().anyMatch(later -> later.isRollback() && later.sequence() > line.sequence()
                && line.effective().isAfter(later.effective()));
    }

    /** Approvals in force and replaced, the newest first. */
    private Deque<Activation> pileAt(Instant now) {
        Deque<Activation> pile = new ArrayDeque<>();
        for (Activation line : inForceOrder) {
            if (!line.isEffectiveAt(now)) {
                break;
            }
            if (!line.isRollback()) {
                pile.push(line);
            }
            while (line.isRollback() && pile.size() > 1 && pile.peek().version() != line.version()) {
                pile.pop();
            }
        }
        return pile;
    }
}
