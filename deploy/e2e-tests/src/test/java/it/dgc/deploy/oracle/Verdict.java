package it.dgc.deploy.oracle;

import java.util.List;
import java.util.Map;

/**
 * What the oracle says.
 *
 * @param findings broken promises; empty if all were kept
 * @param expected how many notifications ought to have met which fate
 * @param certificates that were issued
 * @param eventsRepeated events that came again
 * @param lettersRepeated dead letters that came again
 * @param lag records that the service is not done with
 */
public record Verdict(List<Finding> findings, Map<String, Long> expected, long certificates, long eventsRepeated,
        long lettersRepeated, long lag) {

    /** @return how many findings are of that kind */
    public long count(Finding.Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).count();
    }

    /** @return how many notifications ought to have met that fate, of the names of the platform's outcomes */
    public long expected(String fate) {
        return expected.getOrDefault(fate, 0L);
    }
}
