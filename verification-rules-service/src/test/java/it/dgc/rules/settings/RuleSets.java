package it.dgc.rules.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Rule sets for tests: the first one, with one thing changed. */
public final class RuleSets {

    private RuleSets() {}

    public static RuleSet first() {
        return FirstRules.read();
    }

    /** The first set with a rule in place of the one of its name and type, or after all of them. */
    public static RuleSet firstWith(String type, String name, String value) {
        return with(first(), type, name, value);
    }

    public static RuleSet with(RuleSet set, String type, String name, String value) {
        Rule wanted = Rule.of(type, name, value);
        return set.names().contains(wanted.id())
                ? new RuleSet(set.rules().stream().map(rule -> rule.id().equals(wanted.id()) ? wanted : rule).toList())
                : new RuleSet(Stream.concat(set.rules().stream(), Stream.of(wanted)).toList());
    }

    public static RuleSet firstWithout(String type, String name) {
        RuleName gone = new RuleName(type, name);
        return new RuleSet(first().rules().stream().filter(rule -> !rule.id().equals(gone)).toList());
    }

    /** As the last example of the issue: exemptions begin so many days after their first. */
    public static RuleSet beginningOn(String day) {
        return firstWith(RuleName.GENERIC, "exemption_start_day", day);
    }

    /** As a store or a JSON library gives it, with a value of any kind. */
    public static List<Map<String, Object>> untypedWith(String type, String name, Object value) {
        List<Map<String, Object>> rules = new ArrayList<>(firstWithout(type, name).untyped());
        rules.add(Map.of("type", type, "name", name, "value", value));
        return rules;
    }
}
