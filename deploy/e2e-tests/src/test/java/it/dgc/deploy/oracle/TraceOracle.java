package it.dgc.deploy.oracle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import it.dgc.deploy.oracle.Finding.Kind;
import org.bson.Document;

/**
 * Judges the traces: every issue and every refusal has one link in an unbroken chain, and every holder who gave an address
 * was told, again only where something was broken (reference reliability, P09).
 */
public final class TraceOracle {

    private static final String BEGINNING = "0".repeat(64);

    private final Evidence evidence;
    private final Traces traces;
    private final List<Finding> findings = new ArrayList<>();
    private final Deliveries messages = new Deliveries("message");

    private TraceOracle(Evidence evidence, Traces traces) {
        this.evidence = evidence;
        this.traces = traces;
    }

    /**
     * @param findings broken promises
     * @param links of the audit trail
     * @param told messages that were accepted, each counted once
     * @param repeated messages that were accepted again
     */
    public record TraceVerdict(List<Finding> findings, long links, long told, long repeated) {}

    public static TraceVerdict judge(Evidence evidence, Traces traces) {
        return new TraceOracle(evidence, traces).verdict();
    }

    private TraceVerdict verdict() {
        checkChain();
        checkSteps();
        checkMessages();
        return new TraceVerdict(List.copyOf(findings), traces.chain().size(), messages.byIdentity().size(),
                messages.repeated());
    }

    private void checkChain() {
        String before = BEGINNING;
        long sequence = 0;
        for (Document link : traces.chain()) {
            sequence++;
            String hash = sha256(before + '\n' + sequence + '\n' + link.getString("event"));
            if (link.getLong("_id") != sequence || !hash.equals(link.getString("hash"))
                    || !before.equals(link.getString("previous"))) {
                report(Kind.WRONG_FIELD, "link " + sequence + " of the audit trail");
            }
            before = link.getString("hash");
        }
        Set<String> chained = ids(traces.chain().stream().map(link -> Document.parse(link.getString("event"))));
        Set<String> sent = ids(traces.audit().stream().map(TopicRecord::json));
        if (chained.size() != traces.chain().size()) {
            report(Kind.DUPLICATE, "links of the audit trail");
        }
        if (!chained.equals(sent)) {
            report(Kind.LOST, "audit events: " + sent.size() + " sent, " + chained.size() + " chained");
        }
    }

    private void checkSteps() {
        Map<String, Set<String>> subjects = new HashMap<>();
        traces.chain().stream().map(link -> Document.parse(link.getString("event"))).forEach(
                event -> subjects.computeIfAbsent(event.getString("type"), any -> new HashSet<>())
                        .add(event.getString("eventId")));
        Set<String> issued = due(StoredCertificate.ISSUED, "audit-issued-");
        Set<String> refused = due(StoredCertificate.REFUSED, "audit-refused-");
        traces.refused().forEach(origin -> refused.add("audit-refused-" + origin));
        compare("ISSUED", issued, subjects.getOrDefault("ISSUED", Set.of()));
        compare("REFUSED", refused, subjects.getOrDefault("REFUSED", Set.of()));
        Set<String> letters = evidence.letters().stream().map(letter -> "sistema-ts.exemptions/"
                + LetterCheck.origin(letter).partition() + '/' + LetterCheck.origin(letter).offset())
                .collect(Collectors.toSet());
        Set<String> known = traces.refused().stream().map(origin -> origin.substring(0, origin.lastIndexOf('/')))
                .collect(Collectors.toSet());
        compare("refused record", known, letters);
    }

    private void compare(String what, Set<String> due, Set<String> found) {
        if (!due.equals(found)) {
            Set<String> missing = new HashSet<>(due);
            missing.removeAll(found);
            Set<String> foreign = new HashSet<>(found);
            foreign.removeAll(due);
            report(Kind.LOST, what + " in the audit trail: " + missing.size() + " missing, " + foreign.size()
                    + " that nobody asked for");
        }
    }

    private Set<String> due(String state, String prefix) {
        return evidence.certificates().stream().filter(certificate -> certificate.state().equals(state))
                .map(certificate -> prefix + certificate.uvci()).collect(Collectors.toCollection(HashSet::new));
    }

    private void checkMessages() {
        traces.messages().forEach(message -> messages.add(message.keyText(), message));
        messages.check(evidence.troubles(), findings::add);
        Map<String, Long> told = messages.byIdentity().values().stream()
                .collect(Collectors.groupingBy(same -> new String(same.getFirst().value(), StandardCharsets.UTF_8),
                        Collectors.counting()));
        Map<String, Long> due = contacts().collect(Collectors.groupingBy(to -> to, Collectors.counting()));
        if (!told.equals(due)) {
            long missing = due.entrySet().stream()
                    .filter(one -> told.getOrDefault(one.getKey(), 0L) < one.getValue()).count();
            report(missing > 0 ? Kind.LOST : Kind.FOREIGN, "messages to holders: " + missing + " not told; "
                    + told.size() + " were, of " + due.size());
        }
        messages.byIdentity().values().stream()
                .filter(same -> same.stream().map(one -> new String(one.value(), StandardCharsets.UTF_8)).distinct()
                        .count() > 1)
                .forEach(same -> report(Kind.WRONG_FIELD, "a message went to two"));
    }

    private Stream<String> contacts() {
        Map<String, TopicRecord> first = new HashMap<>();
        Map<String, StoredCertificate> issued = evidence.certificates().stream()
                .filter(certificate -> certificate.state().equals(StoredCertificate.ISSUED))
                .collect(Collectors.toMap(StoredCertificate::cuev, certificate -> certificate));
        evidence.notifications().stream().filter(record -> issued.containsKey(record.keyText()))
                .sorted((one, other) -> Long.compare(one.place().offset(), other.place().offset()))
                .filter(TraceOracle::isJson).forEach(record -> first.putIfAbsent(record.keyText(), record));
        return first.values().stream().map(TopicRecord::json)
                .map(notification -> Optional.ofNullable(notification.get("contact", Document.class)))
                .flatMap(Optional::stream)
                .flatMap(contact -> Stream.of(contact.getString("email"), contact.getString("mobile")))
                .filter(to -> to != null);
    }

    private static boolean isJson(TopicRecord record) {
        try {
            return record.json().containsKey("holder");
        } catch (RuntimeException poison) {
            return false;
        }
    }

    private static Set<String> ids(Stream<Document> events) {
        return events.map(event -> event.getString("eventId")).collect(Collectors.toSet());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void report(Kind kind, String about) {
        findings.add(new Finding(kind, about));
    }
}
