package it.dgc.rules.settings.versions;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import it.dgc.rules.settings.Finding;
import it.dgc.rules.settings.RuleName;
import it.dgc.rules.settings.RuleSet;
import it.dgc.rules.settings.RuleSetCheck;

/**
 * The sets among which a new one takes its place (I20).
 *
 * @param store where they are
 * @param history what is in force, and what is to come
 * @param now the present
 */
record Neighbours(RuleStore store, History history, Instant now) {

    /** What does not fit where a set comes into force then, or at once where that has passed. */
    List<Finding> misfits(RuleSet set, Instant effective) {
        Instant from = effective.isAfter(now) ? effective : now;
        Stream<Activation> earlier = Stream.concat(history.activeAt(now).stream(),
                history.scheduledAfter(now).stream().filter(line -> line.isEffectiveAt(from)));
        return RuleSetCheck.between(set, rulesOf(earlier), rulesOf(history.scheduledAfter(from).stream()));
    }

    /** What the set in force has and another has not: a rollback to that one takes it away. */
    Set<RuleName> namesMissingFrom(RuleSet other) {
        Set<RuleName> names = new LinkedHashSet<>();
        history.activeAt(now).flatMap(this::rulesOf).map(RuleSet::names).ifPresent(names::addAll);
        names.removeAll(other.names());
        return names;
    }

    private List<RuleSet> rulesOf(Stream<Activation> lines) {
        return lines.flatMap(line -> rulesOf(line).stream()).toList();
    }

    private Optional<RuleSet> rulesOf(Activation line) {
        return store.version(line.version()).flatMap(version -> version.approvedAs(line.contentHash()));
    }
}
