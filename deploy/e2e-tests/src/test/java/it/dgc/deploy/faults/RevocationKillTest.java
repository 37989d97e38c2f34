package it.dgc.deploy.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import it.dgc.common.codes.Sha256;
import it.dgc.deploy.faults.sistemats.Desk;
import it.dgc.deploy.faults.sistemats.Publication;
import it.dgc.deploy.local.tls.ClientIdentity;
import it.dgc.deploy.oracle.EvidenceRoom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Sistema TS revokes by HTTP over mutual TLS, one certificate after the other; every part is a process. */
@DisplayName("P12: what was answered with 2xx is in the revocation list, whatever is killed right after the answer")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RevocationKillTest {

    private static final int REVOCATIONS = "full".equals(System.getProperty("size")) ? 200 : 6;
    private static final int LONGEST_HESITATION_MILLIS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path LOGS = Path.of("target", "revocations");
    private static final Path TABLE = Path.of("target", "revocations.txt");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path data;
    private static RunningParts parts;
    private static List<String> certificates;
    private static HttpClient sistemaTs;
    private static Watcher watcher;

    private static final Map<String, Long> ANSWERED_AT = new ConcurrentHashMap<>();

    @BeforeAll
    static void start() throws Exception {
        Publication.Made publication = Publication.ofCanaries(12, 2 * REVOCATIONS, 0, 0, Instant.now());
        Desk desk = new Desk(data.resolve("desk"));
        desk.lay(publication.script());
        parts = new RunningParts(data, LOGS, desk);
        parts.start();
        parts.startRevocation();
        certificates = issued(desk, publication.script().size());
        sistemaTs = ClientIdentity.of(data, "sistema-ts").httpClient();
        watcher = Watcher.start(parts.revocationList());
    }

    @AfterAll
    static void stop() throws Exception {
        watcher.close();
        sistemaTs.close();
        parts.close();
    }

    private static List<String> issued(Desk desk, int notifications) throws Exception {
        try (Watch watch = new Watch(parts.kafka(), RunningParts.ONE_A_CONSUMER);
                EvidenceRoom evidence = new EvidenceRoom(parts.kafka(), parts.mongo(), parts.secrets())) {
            watch.createTopics();
            parts.startSistemaTs();
            desk.allow(notifications);
            Patience.await(PATIENCE, () -> watch.certificates() >= notifications,
                    () -> watch.certificates() + " certificates");
            return evidence.handedOut().values().stream().map(line -> line.split(" ")[0]).toList();
        }
    }

    @Test
    @Order(1)
    @DisplayName("P12: undisturbed, a revocation reaches the verifiers")
    void isListedSoonAfterTheAnswer() throws Exception {
        List<String> some = certificates.subList(0, REVOCATIONS);
        for (String uvci : some) {
            revoke(uvci);
        }
        awaitListed(some);
        report("undisturbed", some);
    }

    @Test
    @Order(2)
    @DisplayName("P12: it survives the death of the service or of the store within 20 ms of the answer")
    void isListedWhateverIsKilledRightAfterTheAnswer() throws Exception {
        Random random = new Random(12);
        List<String> others = certificates.subList(REVOCATIONS, 2 * REVOCATIONS);
        for (int nth = 0; nth < others.size(); nth++) {
            revoke(others.get(nth));
            Patience.pass(Duration.ofMillis(random.nextInt(LONGEST_HESITATION_MILLIS + 1)));
            if (nth % 3 == 0) {
                parts.killRevocation();
                parts.startRevocation();
            } else {
                parts.killStore();
                parts.startStore();
            }
        }
        awaitListed(certificates);
        report("killed right after", others);
        assertThat(watcher.listed()).as("certificates and the synthetic entry").hasSize(certificates.size() + 1);
    }

    /** As Sistema TS does: with the same key, until there is an answer of 2xx. */
    private static void revoke(String uvci) {
        String key = UUID.randomUUID().toString();
        String body = JsonMapper.shared().writeValueAsString(Map.of("action", "REVOKE", "uvci", uvci, "reason", "FRAUD",
                "doctor", Map.of("fiscalCode", "MRARSS75P14H501I", "category", "MMG"), "requestedAt",
                Instant.now().toString()));
        List<String> answers = new ArrayList<>();
        Patience.await(PATIENCE, () -> answers.add(answer(key, body)) && answers.getLast().equals("202"),
                () -> uvci + " was answered with " + answers);
        ANSWERED_AT.put(Sha256.base64(uvci), System.nanoTime());
    }

    private static String answer(String key, String body) {
        try {
            HttpResponse<String> answer = sistemaTs.send(HttpRequest.newBuilder(parts.revocations())
                    .header("Content-Type", "application/json").header("Idempotency-Key", key)
                    .timeout(Duration.ofSeconds(30)).POST(BodyPublishers.ofString(body)).build(),
                    BodyHandlers.ofString());
            return Integer.toString(answer.statusCode());
        } catch (IOException away) {
            return away.getClass().getSimpleName();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private static void awaitListed(List<String> revoked) {
        Set<String> hashes = Set.copyOf(revoked.stream().map(Sha256::base64).toList());
        Patience.await(PATIENCE, () -> watcher.listed().containsAll(hashes),
                () -> hashes.stream().filter(hash -> !watcher.listed().contains(hash)).count()
                        + " answered revocations are not in the list");
    }

    /** Time is told, not judged. */
    private static void report(String how, List<String> revoked) throws IOException {
        List<Long> millis = revoked.stream().map(Sha256::base64)
                .map(hash -> (watcher.seenAt(hash) - ANSWERED_AT.get(hash)) / 1_000_000).sorted().toList();
        String line = "%-20s %d revocations, from answer to /drl: median %d ms, p99 %d ms, longest %d ms; publish-every %s%n"
                .formatted(how, millis.size(), millis.get(millis.size() / 2),
                        millis.get((int) Math.ceil(0.99 * millis.size()) - 1), millis.getLast(),
                        RunningParts.PUBLISH_EVERY);
        System.out.print(line);
        Files.writeString(TABLE, (Files.exists(TABLE) ? Files.readString(TABLE) : "") + line);
    }

    /** A verifier that asks all the time, and notes when it first saw an entry. */
    private static final class Watcher implements AutoCloseable {

        private final URI list;
        private final Map<String, Long> seen = new ConcurrentHashMap<>();
        private final HttpClient http = HttpClient.newHttpClient();
        private volatile Set<String> listed = Set.of();
        private volatile boolean stopped;

        private Watcher(URI list) {
            this.list = list;
        }

        static Watcher start(URI list) {
            Watcher watcher = new Watcher(list);
            Thread.ofVirtual().start(watcher::watch);
            return watcher;
        }

        Set<String> listed() {
            return listed;
        }

        long seenAt(String hash) {
            return seen.get(hash);
        }

        private void watch() {
            while (!stopped) {
                look();
                Patience.pass(Duration.ofMillis(100));
            }
        }

        private void look() {
            try {
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(list).timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    Set<String> now = ConcurrentHashMap.newKeySet();
                    JsonMapper.shared().readTree(answer.body()).path("revokedUcvi")
                            .forEach(hash -> now.add(hash.stringValue()));
                    now.forEach(hash -> seen.putIfAbsent(hash, System.nanoTime()));
                    listed = now;
                }
            } catch (IOException away) {
                // Killed a moment ago: what it said last still counts, as for every verifier.
                Thread.onSpinWait();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            stopped = true;
            http.close();
        }
    }
}
