package it.dgc.deploy.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Records that mean the same, delivered at least once: what must be there, what came again, and whether it came again because
 * something was broken in between.
 */
final class Deliveries {

    private final String what;
    private final Map<String, List<TopicRecord>> byIdentity = new HashMap<>();

    Deliveries(String what) {
        this.what = what;
    }

    void add(String identity, TopicRecord record) {
        byIdentity.computeIfAbsent(identity, any -> new ArrayList<>()).add(record);
    }

    Map<String, List<TopicRecord>> byIdentity() {
        return byIdentity;
    }

    /** @return how many came although the same had come before */
    long repeated() {
        return byIdentity.values().stream().mapToLong(same -> same.size() - 1L).sum();
    }

    void check(List<Trouble> troubles, Consumer<Finding> findings) {
        byIdentity.forEach((identity, same) -> {
            same.sort(Comparator.comparing(TopicRecord::time));
            for (int at = 1; at < same.size(); at++) {
                TopicRecord first = same.get(at - 1);
                TopicRecord again = same.get(at);
                if (troubles.stream().noneMatch(trouble -> trouble.touches(first.time(), again.time()))) {
                    findings.accept(new Finding(Finding.Kind.REPEATED_IN_PEACE,
                            what + " " + first.place() + " and " + again.place()));
                }
            }
        });
    }
}
