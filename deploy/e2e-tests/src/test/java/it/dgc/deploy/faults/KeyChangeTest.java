package it.dgc.deploy.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import it.dgc.common.messages.ExemptionNotification;
import it.dgc.deploy.faults.keys.SigningKey;
import it.dgc.deploy.faults.keys.Witness;
import it.dgc.deploy.faults.sistemats.Desk;
import it.dgc.deploy.oracle.Evidence;
import it.dgc.deploy.oracle.EvidenceRoom;
import it.dgc.deploy.oracle.Oracle;
import it.dgc.deploy.oracle.Published;
import it.dgc.deploy.oracle.StoredCertificate;
import it.dgc.deploy.oracle.TopicRecord;
import it.dgc.deploy.oracle.wire.BrokenCertificate;
import it.dgc.deploy.oracle.wire.SignedText;
import it.dgc.deploy.sistemats.SyntheticRegister;
import it.dgc.deploy.sistemats.Validity;
import it.dgc.rules.VerificationRulesApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two services sign through a change of keys while a verifier synchronises. The key follows from the time of notification and not
 * from the clock of the services, so the short run need not wait: its Sistema TS is ahead by what D2 allows.
 */
@DisplayName("architecture D9: a new key is published before its first use")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeyChangeTest {

    private static final boolean FULL = "full".equals(System.getProperty("size"));
    private static final int NOTIFICATIONS = FULL ? 6_000 : 300;
    /** After the withdrawal. */
    private static final int MORE = 50;
    private static final int A_SECOND = 100;
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    /** From the start of the parts; ends before Sistema TS may be two minutes ahead, and leaves them as much time to start. */
    private static final Duration UNTIL_CHANGE = Duration.ofSeconds(FULL ? 85 : 110);
    private static final Duration LEAD_TIME = Duration.ofSeconds(60);
    /** A machine so busy that the change has passed before all have started gets another. */
    private static final int ATTEMPTS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration BUSIEST = Duration.ofSeconds(5);
    private static final long ISSUED_AT = 6;
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

    private static final Map<String, String> SETTINGS = new HashMap<>();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path data;
    private static Instant change;
    private static SigningKey oldKey;
    private static SigningKey newKey;
    private static Desk desk;
    private static RunningParts parts;
    private static ConfigurableApplicationContext rules;
    private static Witness witness;
    private static EvidenceRoom evidence;

    @BeforeAll
    static void start() throws Exception {
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        change = start.plus(UNTIL_CHANGE);
        oldKey = SigningKey.make(data.resolve("old.p12"), start.minus(1, ChronoUnit.DAYS),
                start.plus(500, ChronoUnit.DAYS));
        newKey = SigningKey.make(data.resolve("new.p12"), change.minus(LEAD_TIME), start.plus(700, ChronoUnit.DAYS));
        desk = new Desk(data.resolve("desk"));
        parts = new RunningParts(data, data.resolve("logs"), desk);
        parts.spareProxies();
        planChange(change);
        parts.start();
        startRules();
        awaitKnown(oldKey, newKey);
        for (int again = 0; again < ATTEMPTS && !Instant.now().isBefore(reportedAt(0)); again++) {
            planChange(Instant.now().plus(UNTIL_CHANGE));
            restartServices();
        }
        parts.awaitServices();
        evidence = new EvidenceRoom(parts.kafka(), parts.mongo(), parts.secrets());
    }

    private static void planChange(Instant at) throws IOException {
        change = at.truncatedTo(ChronoUnit.SECONDS);
        SETTINGS.put("dgc.signing.lead-time", LEAD_TIME.toString());
        SETTINGS.putAll(oldKey.settings(0, Map.of("use-until", change)));
        SETTINGS.putAll(newKey.settings(1, Map.of("use-from", change)));
        parts.configure(SETTINGS);
        desk.lay(script());
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable started : Arrays.asList(evidence, witness, rules, parts)) {
            if (started != null) {
                started.close();
            }
        }
    }

    @Test
    @Order(1)
    @DisplayName("with 100 notifications a second nothing fails, and each certificate verifies with the keys published before its iat")
    void changesTheKeyUnderLoad() throws Exception {
        Instant begin = FULL ? reportedAt(0) : Instant.now();
        Patience.pass(Duration.between(Instant.now(), begin));
        parts.startSistemaTs();
        publishSteadily();
        awaitQuiet(NOTIFICATIONS);

        Evidence collected = evidence.collect(desk.read().upTo(NOTIFICATIONS), List.of());
        Map<String, Integer> signed = signedBy(collected.certificates());
        say(collected, signed);
        assertThat(Oracle.judge(collected).findings()).isEmpty();
        assertThat(signed).containsOnlyKeys(oldKey.hex(), newKey.hex())
                .containsEntry(oldKey.hex(), NOTIFICATIONS / 2).containsEntry(newKey.hex(), NOTIFICATIONS / 2);
        assertNothingWaited();
    }

    @Test
    @Order(2)
    @EnabledIfSystemProperty(named = "size", matches = "full", disabledReason = "restarts every service twice")
    @DisplayName("a key that is withdrawn by its settings stays so over restarts of all services, and signs nothing more")
    void withdrawsTheOldKey() throws Exception {
        SETTINGS.put("dgc.signing.withdrawn[0]", oldKey.base64());
        parts.configure(SETTINGS);
        restartServices();
        Patience.await(PATIENCE, () -> !witness.status().contains(oldKey.base64()), witness::status);
        restartServices();
        witness.close();
        rules.close();
        startRules();
        desk.allow(NOTIFICATIONS + MORE);
        awaitQuiet(NOTIFICATIONS + MORE);

        assertThat(witness.status()).contains(newKey.base64()).doesNotContain(oldKey.base64());
        assertThat(witness.knownBefore(oldKey.hex(), Instant.now())).isEmpty();
        Map<String, Integer> signed = new HashMap<>();
        for (StoredCertificate one : evidence.collect(desk.read(), List.of()).certificates()) {
            signed.merge(SignedText.read(one.qrText().orElseThrow()).kid(), 1, Integer::sum);
        }
        assertThat(signed).containsEntry(oldKey.hex(), NOTIFICATIONS / 2)
                .containsEntry(newKey.hex(), NOTIFICATIONS / 2 + MORE);
    }

    private static void startRules() {
        rules = VerificationRulesApplication.builder().run("--server.port=0", "--logging.level.root=ERROR",
                "--spring.kafka.bootstrap-servers=" + parts.kafka(), "--spring.mongodb.uri=" + parts.mongo() + "/rules",
                "--dgc.rules.directory=" + data.resolve("rules"));
        witness = Witness.of("http://127.0.0.1:" + rules.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static void restartServices() {
        for (int which : List.of(0, 1)) {
            parts.stopService(which);
            parts.startService(which);
        }
        parts.awaitServices();
    }

    /** Half of them before the change; those after the withdrawal are of the old key's time. */
    private static List<Published> script() {
        SyntheticRegister register = new SyntheticRegister(9);
        return IntStream.range(0, NOTIFICATIONS + MORE)
                .mapToObj(nth -> published(nth, register.next(reportedAt(nth % NOTIFICATIONS), valid()))).toList();
    }

    private static Published published(int number, ExemptionNotification notification) {
        return new Published(number, Optional.empty(), notification.cuev().getBytes(UTF_8),
                JSON.writeValueAsBytes(notification));
    }

    /** Far enough from today that a run over midnight changes nothing. */
    private static Validity valid() {
        return Validity.openFrom(LocalDate.now(ROME).minusDays(2));
    }

    private static Instant reportedAt(int nth) {
        return change.plusMillis(1_000L * (nth - NOTIFICATIONS / 2) / A_SECOND);
    }

    private static void awaitKnown(SigningKey... keys) {
        for (SigningKey key : keys) {
            Patience.await(PATIENCE, () -> witness.knownBefore(key.hex(), Instant.now()).isPresent(),
                    () -> "not published: " + key.base64());
        }
    }

    private static void publishSteadily() {
        Instant begin = Instant.now();
        for (long due = 0; due < NOTIFICATIONS;) {
            due = Math.min(NOTIFICATIONS, Duration.between(begin, Instant.now()).toMillis() * A_SECOND / 1_000);
            desk.allow((int) due);
            Patience.pass(Duration.ofMillis(50));
        }
    }

    private static void awaitQuiet(int limit) {
        Patience.await(PATIENCE, () -> desk.read().acknowledged().size() >= limit,
                () -> desk.read().acknowledged().size() + " of " + limit + " acknowledged");
        Patience.await(PATIENCE, () -> evidence.lag() == 0 && evidence.openOutboxes() == 0,
                () -> "lag " + evidence.lag() + ", outboxes " + evidence.openOutboxes());
    }

    /** Verifies each with what the verifier had been given before its {@code iat}. */
    private static Map<String, Integer> signedBy(List<StoredCertificate> certificates) throws BrokenCertificate {
        Map<String, Integer> signed = new HashMap<>();
        List<String> findings = new ArrayList<>();
        for (StoredCertificate certificate : certificates) {
            SignedText text = SignedText.read(certificate.qrText().orElseThrow());
            Instant issuedAt = Instant.ofEpochSecond((Long) text.claims().get(ISSUED_AT));
            signed.merge(text.kid(), 1, Integer::sum);
            if (!text.kid().equals((issuedAt.isBefore(change) ? oldKey : newKey).hex())) {
                findings.add(certificate.uvci() + ": signed outside the time of its key, " + issuedAt);
            }
            if (witness.knownBefore(text.kid(), issuedAt).filter(key -> text.isSignedBy(key.getPublicKey()))
                    .isEmpty()) {
                findings.add(certificate.uvci() + ": does not verify with the keys published at " + issuedAt);
            }
        }
        assertThat(findings).isEmpty();
        return signed;
    }

    private static void assertNothingWaited() throws Exception {
        for (int which : List.of(0, 1)) {
            Path log = data.resolve("logs").resolve(RunningParts.client(which) + ".log");
            assertThat(Files.readString(log)).doesNotContain("attempt");
        }
    }

    private static void say(Evidence collected, Map<String, Integer> signed) {
        List<Instant> issued = times(collected.events());
        System.out.printf(
                "Key change: %d notifications at %.0f a second, issued at %.0f a second, in the best %d s at %.0f; "
                        + "signed by %s%n",
                NOTIFICATIONS, rate(times(collected.notifications())), rate(issued),
                BUSIEST.toSeconds(), busiest(issued), signed);
    }

    private static List<Instant> times(List<TopicRecord> records) {
        return records.stream().map(TopicRecord::time).sorted().toList();
    }

    private static double rate(List<Instant> times) {
        return times.size() * 1e3 / Duration.between(times.getFirst(), times.getLast()).toMillis();
    }

    private static double busiest(List<Instant> times) {
        return times.stream().mapToLong(from -> times.stream()
                .filter(time -> !time.isBefore(from) && time.isBefore(from.plus(BUSIEST))).count()).max().orElse(0)
                / (double) BUSIEST.toSeconds();
    }
}
