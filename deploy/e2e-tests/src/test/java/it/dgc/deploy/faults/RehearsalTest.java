package it.dgc.deploy.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import it.dgc.deploy.faults.sistemats.Canaries;
import it.dgc.deploy.faults.sistemats.Desk;
import it.dgc.deploy.faults.sistemats.Publication;
import it.dgc.deploy.oracle.Evidence;
import it.dgc.deploy.oracle.EvidenceRoom;
import it.dgc.deploy.oracle.Oracle;
import it.dgc.deploy.oracle.TraceOracle;
import it.dgc.deploy.oracle.Trouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

/** One platform, services at DEBUG, a canary in every personal field; each step goes on where the one before it ended. */
@DisplayName("What operators rehearse")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RehearsalTest {

    private static final boolean FULL = "full".equals(System.getProperty("size"));
    private static final int GOOD = FULL ? 1_000 : 200;
    private static final int POISONS = FULL ? 50 : 20;
    /** As the local platform has it. */
    private static final int PARTITIONS = 3;
    /** Each later step publishes so many. */
    private static final int MORE = FULL ? 200 : 40;
    /** How long the store is away: 120 s is the promise, less keeps CI short. */
    private static final Duration OUTAGE = Duration.ofSeconds(FULL ? 120 : 15);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Path LOGS = Path.of("target", "rehearsal");
    private static final Pattern AUTHCODE = Pattern.compile("\\b[A-FH-NP-Z1-9]{12}\\b");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path data;
    private static Publication.Made publication;
    private static Desk desk;
    private static RunningParts parts;
    private static Watch watch;
    private static EvidenceRoom evidence;

    private static final List<Trouble> TROUBLES = new ArrayList<>();
    private static int allowed;

    @BeforeAll
    static void start() throws Exception {
        publication = Publication.ofCanaries(7, GOOD, POISONS, 2 * MORE, Instant.now());
        desk = new Desk(data.resolve("desk"));
        desk.lay(publication.script());
        parts = new RunningParts(data, LOGS, desk, "DEBUG", PARTITIONS);
        parts.start();
        watch = new Watch(parts.kafka(), PARTITIONS);
        watch.createTopics();
        parts.startSistemaTs();
        evidence = new EvidenceRoom(parts.kafka(), parts.mongo(), parts.secrets());
    }

    @AfterAll
    static void stop() {
        evidence.close();
        watch.close();
        parts.close();
    }

    @Test
    @Order(1)
    @DisplayName("P04: 1,000 good notifications and 50 poisons among them: all good ones issued, each poison once in the dead letters")
    void issuesEveryGoodOneAmongPoisons() throws Exception {
        publish(GOOD + POISONS);
        assertThat(evidence.handedOut()).hasSize(GOOD);
        assertThat(evidence.letters()).isEqualTo(POISONS);
        assertSound();
    }

    @Test
    @Order(2)
    @DisplayName("P02: a replay of the whole topic changes nothing, signs nothing and tells nobody")
    void changesNothingWhenTheTopicIsReplayed() throws Exception {
        String before = evidence.canonicalStore();
        int letters = evidence.letters();
        int messages = evidence.traces(parts.outbox()).messages().size();
        replay();
        assertThat(evidence.canonicalStore()).isEqualTo(before);
        assertThat(evidence.letters()).isEqualTo(letters);
        assertThat(evidence.traces(parts.outbox()).messages()).hasSize(messages);
        String handled = parts.ask(0, "/actuator/prometheus") + parts.ask(1, "/actuator/prometheus");
        assertThat(handled).contains("outcome=\"already-handled\"", "outcome=\"refused-before\"")
                .doesNotContain("outcome=\"issued\"");
    }

    @Test
    @Order(3)
    @DisplayName("P06: while the store is away nothing goes to the dead letters; when it is back, all is issued")
    void waitsForAStoreThatIsAway() throws Exception {
        int letters = evidence.letters();
        Instant from = Instant.now();
        desk.allow(allowed + MORE / 4);
        parts.storeProxy().cut();
        desk.allow(allowed + MORE);
        Patience.pass(OUTAGE);
        assertThat(evidence.letters()).isEqualTo(letters);
        parts.storeProxy().restore();
        TROUBLES.add(new Trouble(from, Instant.now().plusSeconds(15)));
        publish(allowed + MORE);
        assertThat(evidence.handedOut()).hasSize(GOOD + MORE);
        assertThat(evidence.letters()).isEqualTo(letters);
        assertSound();
    }

    @Test
    @Order(4)
    @DisplayName("P03: a store that lost its tail gets the same identifiers and the same payloads again")
    void rebuildsWhatTheStoreLost() throws Exception {
        parts.killStore();
        Path copy = Files.copy(parts.storeFile(), data.resolve("store.copy"));
        parts.startStore();
        publish(allowed + MORE);
        Map<String, String> handedOut = evidence.handedOut();
        assertThat(handedOut).hasSize(GOOD + 2 * MORE);
        parts.stopService(0);
        parts.stopService(1);
        parts.killStore();
        Files.move(copy, parts.storeFile(), StandardCopyOption.REPLACE_EXISTING);
        parts.startStore();
        assertThat(evidence.handedOut()).hasSize(GOOD + MORE);
        watch.rewind();
        startServices();
        awaitQuiet();
        assertThat(evidence.handedOut()).isEqualTo(handedOut);
    }

    @Test
    @Order(5)
    @DisplayName("P22: at DEBUG no canary is in a log, a metric, the store, or a topic other than the intake")
    void revealsNobody() throws Exception {
        List<String> canaries = new ArrayList<>(Canaries.values());
        evidence.handedOut().keySet().stream().limit(20).forEach(canaries::add);
        authCodes().limit(20).forEach(canaries::add);
        assertThat(canaries).hasSizeGreaterThan(40);
        Path metrics = Files.writeString(LOGS.resolve("metrics.txt"),
                parts.ask(0, "/actuator/prometheus") + parts.ask(1, "/actuator/prometheus")
                        + parts.ask(0, "/actuator/health/readiness") + parts.ask(0, "/nowhere"));
        CanaryScan scan = new CanaryScan(canaries);
        List<String> hits = new ArrayList<>(scan.hits(metrics));
        for (Path output : outputs()) {
            hits.addAll(scan.hits(output));
            assertThat(Files.readString(output, ISO_8859_1)).as(output.toString()).doesNotContain("HC1:");
        }
        assertThat(hits).isEmpty();
        assertTheScanSees(scan);
    }

    /** What was looked at holds what it should: identifiers in the store, canaries in the intake, DEBUG in the logs. */
    private static void assertTheScanSees(CanaryScan scan) throws IOException {
        String uvci = evidence.collect(desk.read(), TROUBLES).certificates().getFirst().uvci();
        assertThat(Files.readString(parts.storeFile(), ISO_8859_1)).contains(uvci);
        assertThat(Files.readString(LOGS.resolve("service-0.log"), ISO_8859_1)).contains("DEBUG");
        List<String> intake = new ArrayList<>();
        for (Path segment : files(parts.brokerDirectory())) {
            if (segment.toString().contains("sistema-ts.exemptions-")) {
                intake.addAll(scan.hits(segment));
            }
        }
        assertThat(intake).isNotEmpty();
    }

    /** Everything but what the outside world keeps: the notifications themselves, and what their holders were sent. */
    private static List<Path> outputs() throws IOException {
        List<Path> outputs = new ArrayList<>(files(LOGS));
        outputs.addAll(files(parts.brokerDirectory()).stream()
                .filter(segment -> !segment.toString().contains("sistema-ts.exemptions-")).toList());
        outputs.add(parts.storeFile());
        return outputs;
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).filter(file -> !file.toString().endsWith("index"))
                    .filter(file -> !file.getFileName().toString().equals("sistema-ts.log")).toList();
        }
    }

    private static Stream<String> authCodes() throws IOException {
        return AUTHCODE.matcher(Files.readString(parts.outbox().resolve("mail.jsonl"))).results()
                .map(match -> match.group()).distinct();
    }

    private static void replay() throws Exception {
        parts.stopService(0);
        parts.stopService(1);
        watch.rewind();
        startServices();
        awaitQuiet();
    }

    private static void startServices() {
        parts.startService(0);
        parts.startService(1);
        parts.awaitServices();
    }

    private static void publish(int limit) {
        allowed = limit;
        desk.allow(limit);
        Patience.await(PATIENCE, () -> desk.read().acknowledged().size() >= limit,
                () -> desk.read().acknowledged().size() + " of " + limit + " acknowledged");
        awaitQuiet();
    }

    private static void awaitQuiet() {
        Patience.await(PATIENCE,
                () -> evidence.lag() == 0 && evidence.openOutboxes() == 0 && evidence.waitingMessages() == 0
                        && evidence.unchained() == 0,
                () -> "lag " + evidence.lag() + ", outboxes " + evidence.openOutboxes() + ", messages "
                        + evidence.waitingMessages() + ", audit events " + evidence.unchained());
    }

    /** The ledger is of what may be published so far. */
    private static void assertSound() throws IOException {
        Evidence collected = evidence.collect(desk.read().upTo(allowed), TROUBLES);
        assertThat(Oracle.judge(collected).findings()).isEmpty();
        assertThat(TraceOracle.judge(collected, evidence.traces(parts.outbox())).findings()).isEmpty();
    }
}
