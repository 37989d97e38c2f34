package it.dgc.deploy.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import it.dgc.deploy.oracle.Finding.Kind;
import org.bson.Document;

/** Judges the evidence: nothing lost, nothing twice, everything true, nothing left to do (reference reliability, P01). */
public final class Oracle {

    private final Evidence evidence;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Expectation> expectations;
    private final Deliveries events = new Deliveries("event");
    private final Deliveries letters = new Deliveries("dead letter");

    private Oracle(Evidence evidence) {
        this.evidence = evidence;
        this.expectations = Expectations.of(evidence, findings::add);
    }

    /** @return the verdict on what was left behind */
    public static Verdict judge(Evidence evidence) {
        return new Oracle(evidence).verdict();
    }

    private Verdict verdict() {
        checkTopic();
        checkRegister();
        checkEvents();
        checkLetters();
        checkEnd();
        return new Verdict(List.copyOf(findings),
                expectations.stream().collect(Collectors.groupingBy(one -> one.fate().name(), Collectors.counting())),
                issued().size(), events.repeated(), letters.repeated(), evidence.lag());
    }

    /** What the broker has acknowledged lies where it said. */
    private void checkTopic() {
        Map<Place, TopicRecord> byPlace = evidence.notifications().stream()
                .collect(Collectors.toMap(TopicRecord::place, record -> record));
        Map<Integer, Published> byNumber = evidence.ledger().script().stream()
                .collect(Collectors.toMap(Published::number, published -> published));
        evidence.ledger().acknowledged().forEach((number, place) -> {
            TopicRecord record = byPlace.get(place);
            if (record == null
                    || !Published.content(record.key(), record.value()).equals(byNumber.get(number).content())) {
                report(Kind.LOST, "notification " + number + ", acknowledged at " + place);
            }
        });
        int open = evidence.ledger().script().size() - evidence.ledger().acknowledged().size();
        if (open > 0) {
            report(Kind.UNFINISHED, open + " notifications are not acknowledged");
        }
    }

    private void checkRegister() {
        Map<String, List<StoredCertificate>> byCuev = evidence.certificates().stream()
                .collect(Collectors.groupingBy(StoredCertificate::cuev));
        Signers signers = Signers.of(evidence.signers());
        Set<String> due = new HashSet<>();
        expectations.stream().filter(Expectation::isInRegister).forEach(expectation -> {
            Document notification = expectation.record().json();
            due.add(notification.getString("cuev"));
            checkEntry(expectation, notification, byCuev.getOrDefault(notification.getString("cuev"), List.of()),
                    signers);
        });
        evidence.certificates().stream().filter(certificate -> !due.contains(certificate.cuev()))
                .forEach(certificate -> report(Kind.FOREIGN, "certificate " + certificate.uvci()));
        checkTextsDiffer();
    }

    private void checkEntry(Expectation expectation, Document notification, List<StoredCertificate> found,
            Signers signers) {
        if (found.isEmpty()) {
            report(Kind.LOST, "notification at " + expectation.record().place());
        } else if (found.size() > 1) {
            report(Kind.DUPLICATE, found.size() + " entries for the notification at " + expectation.record().place());
        }
        found.forEach(certificate -> {
            checkState(expectation.fate(), certificate);
            if (certificate.state().equals(StoredCertificate.ISSUED)) {
                new CertificateCheck(certificate, notification, signers, findings::add).run();
            }
        });
    }

    private void checkState(Fate fate, StoredCertificate certificate) {
        String right = switch (fate) {
            case DEFERRAL -> StoredCertificate.DEFERRED;
            case REFUSAL -> StoredCertificate.REFUSED;
            default -> StoredCertificate.ISSUED;
        };
        if (!certificate.state().equals(right)) {
            report(Kind.WRONG_OUTCOME, certificate.uvci() + " is " + certificate.state() + ", not " + right);
        }
        if (fate == Fate.REFUSAL && !certificate.refusal().orElse("").equals("VALIDITY_ENDED")) {
            report(Kind.WRONG_OUTCOME, certificate.uvci() + " was refused for another reason");
        }
    }

    /** Each has an identifier and a signature of its own, so a text that stands twice was stored in a wrong place. */
    private void checkTextsDiffer() {
        Map<String, String> seen = new HashMap<>();
        Map<String, String> identifiers = new HashMap<>();
        evidence.certificates().forEach(certificate -> {
            if (certificate.qrText().map(text -> seen.put(text, certificate.uvci())).isPresent()
                    || identifiers.put(certificate.uvci(), certificate.cuev()) != null) {
                report(Kind.DUPLICATE, "certificate " + certificate.uvci());
            }
        });
    }

    private void checkEvents() {
        Map<String, Set<String>> idsByUvci = new HashMap<>();
        Set<String> issued = issued();
        for (TopicRecord record : evidence.events()) {
            Document event = record.json();
            if (event.getString("type").equals("ISSUED")) {
                String uvci = event.getString("uvci");
                events.add(event.getString("eventId"), record);
                idsByUvci.computeIfAbsent(uvci, any -> new HashSet<>()).add(event.getString("eventId"));
                if (!issued.contains(uvci) || !uvci.equals(record.keyText())) {
                    report(Kind.FOREIGN, "event " + record.place());
                }
            }
        }
        issued.forEach(uvci -> checkCount(uvci, idsByUvci.getOrDefault(uvci, Set.of()).size()));
        events.byIdentity().forEach((id, same) -> checkAlike("event " + id, same));
        events.check(evidence.troubles(), findings::add);
    }

    private void checkCount(String uvci, int ids) {
        if (ids != 1) {
            report(ids == 0 ? Kind.MISSING_EVENT : Kind.DUPLICATE, "event of " + uvci);
        }
    }

    private void checkAlike(String what, List<TopicRecord> same) {
        if (!same.stream().allMatch(record -> Arrays.equals(record.value(), same.getFirst().value()))) {
            report(Kind.WRONG_FIELD, what + " came again with other content");
        }
    }

    private void checkLetters() {
        evidence.letters().forEach(letter -> letters.add(LetterCheck.origin(letter).toString(), letter));
        Map<String, Expectation> due = expectations.stream().filter(one -> one.fate() == Fate.DEAD_LETTER)
                .collect(Collectors.toMap(one -> one.record().place().toString(), one -> one));
        due.forEach((origin, expectation) -> {
            List<TopicRecord> found = letters.byIdentity().getOrDefault(origin, List.of());
            if (found.isEmpty()) {
                report(Kind.LOST, "dead letter of " + origin);
            }
            found.forEach(letter -> LetterCheck.check(letter, expectation, findings::add));
        });
        letters.byIdentity().keySet().stream().filter(origin -> !due.containsKey(origin))
                .forEach(origin -> report(Kind.FOREIGN, "dead letter of " + origin));
        letters.check(evidence.troubles(), findings::add);
    }

    private void checkEnd() {
        if (evidence.lag() > 0) {
            report(Kind.LAG, evidence.lag() + " records");
        }
        if (evidence.staleHints() > 0) {
            report(Kind.UNFINISHED, evidence.staleHints() + " outboxes are still announced");
        }
        evidence.certificates().stream().filter(certificate -> certificate.pendingEvents() > 0)
                .forEach(certificate -> report(Kind.UNFINISHED, "outbox of " + certificate.uvci()));
    }

    private Set<String> issued() {
        return evidence.certificates().stream()
                .filter(certificate -> certificate.state().equals(StoredCertificate.ISSUED))
                .map(StoredCertificate::uvci).collect(Collectors.toSet());
    }

    private void report(Kind kind, String about) {
        findings.add(new Finding(kind, about));
    }
}
