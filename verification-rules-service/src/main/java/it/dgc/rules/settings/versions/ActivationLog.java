package it.dgc.rules.settings.versions;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The log as the store gives it.
 *
 * @param lines those that could be read, by sequence
 * @param unreadable number of those that could not
 */
public record ActivationLog(List<Activation> lines, int unreadable) {

    /** Sorts and copies the lines. */
    public ActivationLog {
        lines = lines.stream().sorted(Comparator.comparingInt(Activation::sequence)).toList();
    }

    /** @return whether no line is missing between the first and the last, and none is unreadable */
    public boolean isWhole() {
        int before = 0;
        for (Activation line : lines) {
            if (line.follows() != before) {
                return false;
            }
            before = line.sequence();
        }
        return unreadable == 0;
    }

    /** @return whether there is no line at all */
    public boolean isEmpty() {
        return lines.isEmpty() && unreadable == 0;
    }

    /** @return sequence of the last line, 0 without one */
    public int last() {
        return lines.isEmpty() ? 0 : lines.getLast().sequence();
    }

    /** Clocks of two instances differ; the log must not run backwards for it. */
    Instant notBefore(Instant now) {
        return lines.stream().map(Activation::decidedAt).reduce(now, (a, b) -> a.isAfter(b) ? a : b);
    }
}
