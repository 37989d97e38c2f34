package it.dgc.rules.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a rule set out of lists and maps, as JSON libraries and stores give them. It converts nothing: a number is not
 * taken for the text that would print it (I19).
 */
public final class RuleSetReader {

    private static final Set<String> MEMBERS = Set.of("name", "type", "value");

    private RuleSetReader() {}

    /**
     * @param untyped what stood there, may be anything and {@code null}
     * @return the set where it is fit to be served, else everything that is wrong with it
     */
    public static RuleSetReading read(Object untyped) {
        if (!(untyped instanceof List<?> items)) {
            return new RuleSetReading.Refused(List.of(Finding.of(FindingCode.NOT_READABLE)));
        }
        List<Finding> shape = items.stream().flatMap(RuleSetReader::misshapen).toList();
        return shape.isEmpty() ? checked(items) : new RuleSetReading.Refused(shape);
    }

    private static RuleSetReading checked(List<?> items) {
        RuleSet set = new RuleSet(items.stream().map(item -> rule((Map<?, ?>) item)).toList());
        List<Finding> findings = RuleSetCheck.alone(set);
        return findings.isEmpty() ? new RuleSetReading.Sound(set) : new RuleSetReading.Refused(findings);
    }

    private static Stream<Finding> misshapen(Object item) {
        if (!(item instanceof Map<?, ?> members) || !members.keySet().equals(MEMBERS)) {
            return Stream.of(Finding.of(FindingCode.NOT_READABLE));
        }
        if (!(members.get("type") instanceof String type) || !(members.get("name") instanceof String name)) {
            return Stream.of(Finding.of(FindingCode.BAD_NAME));
        }
        return members.get("value") instanceof String
                ? Stream.of()
                : Stream.of(Finding.of(FindingCode.NOT_A_STRING, new RuleName(type, name)));
    }

    private static Rule rule(Map<?, ?> members) {
        return Rule.of((String) members.get("type"), (String) members.get("name"), (String) members.get("value"));
    }
}
