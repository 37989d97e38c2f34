package it.dgc.deploy.faults;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import it.dgc.deploy.oracle.Finding;
import it.dgc.deploy.oracle.TraceOracle.TraceVerdict;
import it.dgc.deploy.oracle.Verdict;

/**
 * What a chaos run has shown.
 *
 * @param plan what was broken
 * @param published notifications
 * @param verdict what the oracle says
 * @param traces what it says of audit trail and messages
 * @param time from the first start to the verdict
 */
record ChaosReport(FaultPlan plan, int published, Verdict verdict, TraceVerdict traces, Duration time) {

    /** @return one line a figure, then what was found */
    String table() {
        String figures = figures().entrySet().stream()
                .map(figure -> String.format(Locale.ROOT, "%-28s %s", figure.getKey(), figure.getValue()))
                .collect(Collectors.joining("\n"));
        return figures
                + Stream.concat(verdict.findings().stream(), traces.findings().stream()).limit(50)
                        .map(finding -> "\n! " + finding.kind() + " " + finding.about())
                        .collect(Collectors.joining());
    }

    private Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("seed", plan.seed());
        figures.put("published", published);
        figures.put("issued", verdict.certificates() + " of " + verdict.expected("CERTIFICATE"));
        figures.put("refused", verdict.expected("REFUSAL"));
        figures.put("deferred", verdict.expected("DEFERRAL"));
        figures.put("dead letters", verdict.expected("DEAD_LETTER"));
        figures.put("repetitions published", verdict.expected("REPETITION"));
        figures.put("kills of services", plan.count(Fault.KILL_SERVICE));
        figures.put("kills of the broker", plan.count(Fault.KILL_BROKER));
        figures.put("kills of the store", plan.count(Fault.KILL_STORE));
        figures.put("kills of Sistema TS", plan.count(Fault.KILL_SISTEMA_TS));
        figures.put("pauses", plan.count(Fault.PAUSE_SERVICE));
        figures.put("network slow, cut, broken",
                plan.steps().stream().filter(step -> step.fault().isOfTheNetwork()).count());
        figures.put("lost", verdict.count(Finding.Kind.LOST));
        figures.put("duplicates", verdict.count(Finding.Kind.DUPLICATE));
        figures.put("bad signatures", verdict.count(Finding.Kind.BAD_SIGNATURE));
        figures.put("wrong fields", verdict.count(Finding.Kind.WRONG_FIELD));
        figures.put("missing events", verdict.count(Finding.Kind.MISSING_EVENT));
        figures.put("events repeated", verdict.eventsRepeated());
        figures.put("dead letters repeated", verdict.lettersRepeated());
        figures.put("audit trail, links", traces.links());
        figures.put("messages to holders", traces.told());
        figures.put("messages repeated", traces.repeated());
        figures.put("repeated without a fault", verdict.count(Finding.Kind.REPEATED_IN_PEACE));
        figures.put("lag", verdict.lag());
        figures.put("findings of all kinds", verdict.findings().size() + traces.findings().size());
        figures.put("wall time", time.toSeconds() + " s");
        return figures;
    }
}
