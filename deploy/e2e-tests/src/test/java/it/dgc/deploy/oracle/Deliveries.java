package it.dgc.deploy.oracle;

import java.time.Instant;
import java.util.ArrayList;
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

    /** @return the most deliveries of one and the same */
    long mostOften() {
        return byIdentity.values().stream().mapToLong(List::size).max().orElse(0);
    }

    /** Each time that something was broken excuses one repetition of a record, if it came between the first and the last. */
    void check(List<Trouble> troubles, Consumer<Finding> findings) {
        byIdentity.values().forEach(same -> {
            Instant first = same.stream().map(TopicRecord::time).min(Instant::compareTo).orElseThrow();
            Instant last = same.stream().map(TopicRecord::time).max(Instant::compareTo).orElseThrow();
            long excuses = troubles.stream().filter(trouble -> trouble.touches(first, last)).count();
            if (same.size() - 1 > excuses) {
                findings.accept(new Finding(Finding.Kind.REPEATED_IN_PEACE, what + " " + same.getFirst().place()
                        + " came " + same.size() + " times, with trouble " + excuses + " times"));
            }
        });
    }
}
