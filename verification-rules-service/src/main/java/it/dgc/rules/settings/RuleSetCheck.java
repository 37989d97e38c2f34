package it.dgc.rules.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What must hold before a rule set goes out, alone and next to the sets before and after it (I18 to I20, D03). */
public final class RuleSetCheck {

    /** Rules; ten times the last public set. */
    private static final int MOST_RULES = 1_000;

    /** Characters; the longest value seen in public had 77 778. */
    private static final int LONGEST_VALUE = 200_000;

    /** Bytes; phones read the whole set at every synchronisation. */
    private static final int LARGEST = 1_000_000;

    /** The only names that stand under several types: one a vaccine. */
    private static final Set<String> PER_VACCINE = Set.of("vaccine_start_day_complete", "vaccine_end_day_complete",
            "vaccine_start_day_not_complete", "vaccine_end_day_not_complete");

    private RuleSetCheck() {}

    /** @return everything that is wrong with the set by itself, in order; nothing where it is fit to be served */
    static List<Finding> alone(RuleSet set) {
        List<Finding> findings = new ArrayList<>(size(set));
        if (findings.isEmpty()) {
            set.rules().stream().flatMap(rule -> value(rule).stream()).forEach(findings::add);
            findings.addAll(duplicates(set));
            MandatoryRules.missingFrom(set.names())
                    .forEach(name -> findings.add(Finding.of(FindingCode.MISSING, name)));
        }
        return List.copyOf(findings);
    }

    /**
     * @param set a sound set
     * @param before the sets that verifiers have, or will have when it comes
     * @param after the sets that are already to follow it
     * @return everything that does not fit between them
     */
    public static List<Finding> between(RuleSet set, Collection<RuleSet> before, Collection<RuleSet> after) {
        Stream<Finding> dropped = before.stream().flatMap(old -> missing(old, set)).distinct()
                .map(name -> Finding.of(FindingCode.DROPPED, name));
        Stream<Finding> droppedLater = after.stream().flatMap(next -> missing(set, next)).distinct()
                .map(name -> Finding.of(FindingCode.DROPPED_LATER, name));
        Stream<Finding> emptied = before.stream().anyMatch(RuleSetCheck::hasBlackList) && !hasBlackList(set)
                ? Stream.of(Finding.of(FindingCode.BLACK_LIST_EMPTIED, RuleName.BLACK_LIST))
                : Stream.of();
        return Stream.of(dropped, droppedLater, emptied).flatMap(findings -> findings).toList();
    }

    private static List<Finding> size(RuleSet set) {
        if (set.rules().isEmpty()) {
            return List.of(Finding.of(FindingCode.EMPTY));
        }
        return set.rules().size() > MOST_RULES || set.json().length > LARGEST
                ? List.of(Finding.of(FindingCode.TOO_LARGE))
                : List.of();
    }

    private static List<Finding> value(Rule rule) {
        if (!rule.id().isPrintable()) {
            return List.of(Finding.of(FindingCode.BAD_NAME));
        }
        if (rule.value().length() > LONGEST_VALUE) {
            return List.of(Finding.of(FindingCode.VALUE_TOO_LONG, rule.id()));
        }
        RuleKind kind = RuleKind.of(rule.id());
        return kind.fits(rule.value()) ? List.of() : List.of(Finding.of(kind.otherwise(), rule.id()));
    }

    private static List<Finding> duplicates(RuleSet set) {
        Set<Object> seen = new HashSet<>();
        return set.rules().stream().map(Rule::id).filter(id -> !seen.add(lookedUpBy(id)))
                .map(id -> Finding.of(FindingCode.DUPLICATE, id)).toList();
    }

    private static Object lookedUpBy(RuleName id) {
        return RuleKind.of(id).isLookedUp() && !PER_VACCINE.contains(id.name()) ? id.name() : id;
    }

    private static Stream<RuleName> missing(RuleSet from, RuleSet in) {
        Set<RuleName> there = in.names();
        return from.names().stream().filter(name -> !there.contains(name));
    }

    private static boolean hasBlackList(RuleSet set) {
        return set.value(RuleName.BLACK_LIST).stream().anyMatch(list -> !RuleKind.entries(list).isEmpty());
    }
}
