package it.dgc.rules.settings.versions;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import it.dgc.rules.settings.Finding;
import it.dgc.rules.settings.RuleName;
import it.dgc.rules.settings.RuleSet;
import it.dgc.rules.settings.RuleSetReading;
import it.dgc.rules.settings.versions.Decision.Contradicted;
import it.dgc.rules.settings.versions.Decision.Contradiction;
import it.dgc.rules.settings.versions.Decision.Recorded;
import org.springframework.stereotype.Component;

/**
 * Where operators propose, approve and roll back (D03, T07). A rule set needs two persons. A rollback needs one: it
 * brings nothing but what two persons had agreed to, and the hour at which it is needed is not the hour to look for a
 * second.
 */
@Component
public final class RuleBook {

    /** Tries; each fails only because another operator's succeeded. */
    private static final int TRIES = 5;

    private final RuleStore store;
    private final KnownNumbers known;
    private final Clock clock;

    RuleBook(RuleStore store, KnownNumbers known, Clock clock) {
        this.store = store;
        this.known = known;
        this.clock = clock;
    }

    /**
     * @param set a sound set
     * @param effective when it shall come into force; where that is past at its approval, at its approval
     * @param author who proposes it
     * @return recorded as a proposal, or refused
     */
    public Decision propose(RuleSet set, Instant effective, String author) {
        ActivationLog log = store.log();
        List<Finding> findings = new Neighbours(store, new History(log), now()).misfits(set, effective);
        if (!findings.isEmpty()) {
            return new Decision.Refused(findings);
        }
        return untilAlone(() -> {
            StoredVersion version = new StoredVersion(nextVersion(), new RuleSetReading.Sound(set), set.hash(), author,
                    now(), effective.truncatedTo(ChronoUnit.MILLIS));
            return store.add(version) ? Optional.of(recorded(version, Set.of())) : Optional.empty();
        });
    }

    /**
     * @param number the version
     * @param approver who agrees to it; not who proposed it
     * @return recorded, and in force from its time on; or why not
     */
    public Decision approve(int number, String approver) {
        Optional<StoredVersion> version = store.version(number);
        return version.isEmpty()
                ? new Decision.NoSuchVersion()
                : untilAlone(() -> tryToApprove(version.get(), approver));
    }

    /**
     * @param active the version to take back, where the caller says; it keeps two operators from going back twice
     * @param by who decides
     * @return recorded, with the version that is in force again; or why not
     */
    public Decision rollBack(Optional<Integer> active, String by) {
        return untilAlone(() -> tryToRollBack(active, by));
    }

    /** @return every version, the newest first */
    public List<VersionView> versions() {
        History history = new History(store.log());
        return store.versions().stream().sorted(Comparator.comparingInt(StoredVersion::number).reversed())
                .map(version -> VersionView.of(version, history, now())).toList();
    }

    /**
     * @param number from 1
     * @return the content of a version, where it is fit and still that which was proposed
     */
    public Optional<RuleSet> content(int number) {
        return store.version(number).flatMap(StoredVersion::rules);
    }

    private Optional<Decision> tryToApprove(StoredVersion version, String approver) {
        ActivationLog log = store.log();
        Instant earliest = log.notBefore(now());
        Instant effective = version.effective().isAfter(earliest) ? version.effective() : earliest;
        Optional<Decision> obstacle = obstacle(version, approver, log, effective);
        if (obstacle.isPresent()) {
            return obstacle;
        }
        Activation line = line(log, Activation.Kind.APPROVAL, version, effective, approver);
        return store.add(line) ? Optional.of(recorded(version, Set.of())) : Optional.empty();
    }

    private Optional<Decision> obstacle(StoredVersion version, String approver, ActivationLog log, Instant effective) {
        if (!log.isWhole()) {
            return contradicted(Contradiction.LOG_DAMAGED);
        }
        History history = new History(log);
        if (history.approvalOf(version.number()).isPresent()) {
            return contradicted(Contradiction.NOT_PROPOSED);
        }
        if (isSamePerson(version.author(), approver)) {
            return contradicted(Contradiction.SAME_PERSON);
        }
        Optional<RuleSet> rules = version.rules();
        if (rules.isEmpty()) {
            return Optional.of(new Contradicted(Contradiction.CONTENT_CHANGED, version.findings()));
        }
        List<Finding> misfits = new Neighbours(store, history, now()).misfits(rules.get(), effective);
        return misfits.isEmpty()
                ? Optional.empty()
                : Optional.of(new Contradicted(Contradiction.DOES_NOT_FIT, misfits));
    }

    private Optional<Decision> tryToRollBack(Optional<Integer> active, String by) {
        ActivationLog log = store.log();
        if (!log.isWhole()) {
            return contradicted(Contradiction.LOG_DAMAGED);
        }
        Instant now = log.notBefore(now());
        History history = new History(log);
        Optional<Activation> target = history.returnTarget(now);
        if (target.isEmpty()) {
            return contradicted(Contradiction.NOTHING_BEFORE);
        }
        if (active.isPresent() && !history.activeAt(now).map(Activation::version).equals(active)) {
            return contradicted(Contradiction.NOT_ACTIVE);
        }
        return returnTo(target.get(), new Neighbours(store, history, now), log, by);
    }

    private Optional<Decision> returnTo(Activation target, Neighbours neighbours, ActivationLog log, String by) {
        Optional<StoredVersion> version = store.version(target.version());
        Optional<RuleSet> rules = version.flatMap(stored -> stored.approvedAs(target.contentHash()));
        if (rules.isEmpty()) {
            return contradicted(Contradiction.CONTENT_CHANGED);
        }
        Set<RuleName> left = neighbours.namesMissingFrom(rules.get());
        Activation line = line(log, Activation.Kind.ROLLBACK, version.get(), neighbours.now(), by);
        return store.add(line) ? Optional.of(recorded(version.get(), left)) : Optional.empty();
    }

    private Activation line(ActivationLog log, Activation.Kind kind, StoredVersion version, Instant effective,
            String by) {
        return new Activation(Math.max(log.last(), known.lastSequence()) + 1, log.last(), kind, version.number(),
                version.contentHash(), effective, log.notBefore(now()), by);
    }

    private int nextVersion() {
        return Math.max(store.highestVersion(), known.highestVersion()) + 1;
    }

    private Recorded recorded(StoredVersion version, Set<RuleName> leftOnDevices) {
        return new Recorded(VersionView.of(version, new History(store.log()), now()), leftOnDevices);
    }

    /** Another try sees what came between, and may then find an obstacle. */
    private static Decision untilAlone(Supplier<Optional<Decision>> attempt) {
        return Stream.generate(attempt).limit(TRIES).flatMap(Optional::stream).findFirst()
                .orElseGet(() -> new Contradicted(Contradiction.BUSY, List.of()));
    }

    private static Optional<Decision> contradicted(Contradiction reason) {
        return Optional.of(new Contradicted(reason, List.of()));
    }

    /** Names come from client certificates, where another spelling of a name is no other person. */
    private static boolean isSamePerson(String author, String approver) {
        return author.strip().equalsIgnoreCase(approver.strip());
    }

    /** As the store keeps it, so that all instances see the same instant. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
