package it.dgc.deploy.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.bson.Document;

/** Tells from the topic and the ledger alone what ought to have become of each record: of one CUEV, the first counts. */
final class Expectations {

    private static final String CONFLICT = "CONFLICTING_DUPLICATE";

    private final Map<String, Published> byContent = new HashMap<>();
    private final Map<String, TopicRecord> firstByCuev = new HashMap<>();
    private final List<Expectation> all = new ArrayList<>();
    private final LocalDate today;
    private final Consumer<Finding> findings;

    private Expectations(Evidence evidence, Consumer<Finding> findings) {
        this.today = evidence.today();
        this.findings = findings;
        evidence.ledger().script().stream()
                .filter(published -> evidence.ledger().handedOver().contains(published.number()))
                .forEach(published -> byContent.put(published.content(), published));
    }

    static List<Expectation> of(Evidence evidence, Consumer<Finding> findings) {
        Expectations expectations = new Expectations(evidence, findings);
        evidence.notifications().stream().sorted(Comparator.comparingLong(record -> record.place().offset()))
                .forEach(expectations::add);
        return expectations.all;
    }

    private void add(TopicRecord record) {
        Published published = byContent.get(Published.content(record.key(), record.value()));
        if (published == null) {
            findings.accept(
                    new Finding(Finding.Kind.FOREIGN, "notification " + record.place() + " was never handed over"));
        } else {
            all.add(published.poison().map(reason -> new Expectation(Fate.DEAD_LETTER, reason, record))
                    .orElseGet(() -> usable(record)));
        }
    }

    private Expectation usable(TopicRecord record) {
        Document notification = record.json();
        TopicRecord first = firstByCuev.putIfAbsent(notification.getString("cuev"), record);
        if (first == null) {
            return new Expectation(byItsDays(notification), "", record);
        }
        return Arrays.equals(first.value(), record.value())
                ? new Expectation(Fate.REPETITION, "", record)
                : new Expectation(Fate.DEAD_LETTER, CONFLICT, record);
    }

    private Fate byItsDays(Document notification) {
        String until = notification.getString("validUntil");
        if (until != null && today.isAfter(LocalDate.parse(until))) {
            return Fate.REFUSAL;
        }
        return today.isBefore(LocalDate.parse(notification.getString("validFrom"))) ? Fate.DEFERRAL : Fate.CERTIFICATE;
    }
}
