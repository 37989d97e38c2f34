package it.dgc.deploy.journeys;

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
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import it.dgc.common.exemption.Exemption;
import it.dgc.common.exemption.ExemptionEntry;
import it.dgc.common.exemption.ExemptionReading;
import it.dgc.common.hcert.Hcert;
import it.dgc.common.hcert.HcertDecoder;
import it.dgc.common.hcert.HcertInspection;
import it.dgc.common.messages.ExemptionNotification;
import it.dgc.common.messages.ExemptionNotification.Doctor;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.common.verification.Outcome;
import it.dgc.common.verification.Verifier;
import it.dgc.deploy.local.platform.RunningPlatform;
import it.dgc.deploy.local.tls.ClientIdentity;
import it.dgc.deploy.local.verifier.VerifierData;
import it.dgc.deploy.sistemats.SyntheticRegister;
import it.dgc.deploy.sistemats.Validity;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@DisplayName("Allegato B, chapters 2 to 4: the unmodified VerificaC19 client for Node.js works against the platform")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VerificaC19ClientTest {

    /** As many as must agree with our own verifier. */
    private static final int CERTIFICATES = 500;
    private static final int FRAUDULENT = 8;
    /** Entries a chunk, so that a list of few is read in several. */
    private static final int CHUNK = 3;
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Doctor FRAUD = new Doctor(CodiceFiscale.ofBody("VRDLCU70A01H501").value(), "MMG");
    private static final Path TABLE = Path.of("target", "verificac19.txt");
    private static final JsonMapper JSON = JsonMapper.builder().changeDefaultPropertyInclusion(
            all -> all.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

    @TempDir
    private static Path directory;
    private static Dgc platform;
    private static RunningPlatform running;
    private static HttpClient sistemaTs;
    private static NodeClient client;
    private static List<String> fraudulent;
    private static List<String> certificates;

    private static final Map<Instant, VerifierData.Outcome> DATA = new HashMap<>();

    /** Where the two may differ (VerificaC19 protocol, section 4: how each client validates an exemption). */
    private enum Difference {
        /** It has no word of its own for a certificate whose last day is over. */
        SAYS_NOT_VALID_FOR_EXPIRED("NOT_VALID"),
        /** Its last day ends when it begins. */
        REFUSES_THE_LAST_DAY("NOT_VALID"),
        /** It takes a certificate without an end for none. */
        NEEDS_A_LAST_DAY("NOT_EU_DCC"),
        /** It looks at neither end of the CWT. */
        IGNORES_THE_TIME_OF_ISSUE("VALID");

        private final String word;

        Difference(String word) {
            this.word = word;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(NodeClient.isPossible(), "Node.js and npm are not installed: the real client is not tried");
        platform = Dgc.up(directory,
                Map.of("DGC_DRL_CHUNKSIZE", Integer.toString(CHUNK), "DGC_DRL_PUBLISHEVERY", "1s"));
        running = RunningPlatform.require(directory.resolve("D"));
        sistemaTs = ClientIdentity.of(directory.resolve("D"), "sistema-ts").httpClient();
        List<String> issued = issued(notifications());
        fraudulent = issued.subList(0, FRAUDULENT);
        certificates = issued.subList(FRAUDULENT, issued.size());
        client = NodeClient.start(directory.resolve("cache"), running.ports().http());
    }

    @AfterAll
    static void stop() throws Exception {
        if (platform != null) {
            platform.terminate();
            platform.close();
        }
        if (client != null) {
            client.close();
            sistemaTs.close();
        }
    }

    /** First those of the doctor whose certificates are all revoked; all may be issued today. */
    private static List<ExemptionNotification> notifications() {
        Random random = new Random(19);
        SyntheticRegister persons = new SyntheticRegister(19);
        LocalDate today = LocalDate.now(ROME);
        List<ExemptionNotification> notifications = new ArrayList<>();
        for (int nth = 0; nth < FRAUDULENT + CERTIFICATES; nth++) {
            LocalDate from = today.minusDays(random.nextInt(60));
            Validity validity = random.nextInt(7) == 0 && nth >= FRAUDULENT
                    ? Validity.openFrom(from)
                    : Validity.between(from, today.plusDays(1 + random.nextInt(90)));
            ExemptionNotification person = persons.next(Instant.now(), validity);
            notifications.add(nth >= FRAUDULENT
                    ? person
                    : new ExemptionNotification(person.schemaVersion(), person.cuev(), person.holder(), FRAUD,
                            person.validFrom(), person.validUntil(), person.issuedAt(), person.contact(),
                            person.language()));
        }
        return notifications;
    }

    private static List<String> issued(List<ExemptionNotification> notifications) throws Exception {
        Path file = Files.writeString(directory.resolve("notifications.json"), JSON.writeValueAsString(notifications));
        Dgc.Result result = Dgc.run(directory, "notify", "--data-dir", "D", "--wait", file.toString());
        assertThat(result.exitCode()).as("%s", result.lines()).isZero();
        return result.lines().stream().map(line -> line.split("\t")[2]).toList();
    }

    @Test
    @Order(1)
    @DisplayName("it reads a list of several chunks and refuses what one batch of Sistema TS revoked")
    void refusesWhatWasRevokedInABatch() throws Exception {
        JsonNode batch = JSON.readTree(post(Map.of("action", "REVOKE", "reason", "FRAUD", "doctor",
                Map.of("fiscalCode", "MRARSS75P14H501I", "category", "MMG"), "requestedAt", Instant.now().toString(),
                "batch", Map.of("doctor", FRAUD.fiscalCode(), "from",
                        Instant.now().minus(1, ChronoUnit.DAYS).toString(), "until",
                        Instant.now().toString())))
                .body());
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(status(batch).path("state").stringValue())
                .isEqualTo("DONE"));
        assertThat(status(batch).path("certificates").intValue()).isEqualTo(FRAUDULENT);
        awaitListed(FRAUDULENT + 1);

        JsonNode synced = client.sync();
        assertThat(synced.path("outcome").stringValue()).isEqualTo("SYNCED");
        assertThat(synced.path("listed").intValue()).isEqualTo(FRAUDULENT + 1);
        assertThat(synced.path("snapshotChunks").intValue()).isEqualTo((FRAUDULENT + 1 + CHUNK - 1) / CHUNK);
        for (String certificate : fraudulent) {
            assertThat(client.verify(certificate)).isEqualTo("REVOKED");
        }
    }

    @Test
    @Order(2)
    @DisplayName("it says in its own words: valid, not valid yet, ended, tampered, of an unknown key")
    void knowsOurCertificates() throws Exception {
        String one = certificates.stream().filter(text -> entry(text).validUntil().isPresent()).findFirst()
                .orElseThrow();
        assertThat(client.verify(one)).isEqualTo("VALID");
        assertThat(client.verify(one, noon(entry(one).validFrom().minusDays(1)))).isEqualTo("NOT_VALID_YET");
        assertThat(client.verify(one, noon(entry(one).validUntil().orElseThrow().plusDays(1)))).isEqualTo("NOT_VALID");
        assertThat(client.verify(Forgery.tampered(one))).isEqualTo("NOT_VALID");
        assertThat(client.verify(Forgery.signedByAStranger(one))).isEqualTo("NOT_VALID");
    }

    @Test
    @Order(3)
    @DisplayName("it learns by what changed that a certificate was revoked, and that it was restored")
    void followsRevocationAndRestore() throws Exception {
        String one = certificates.stream().filter(text -> entry(text).validUntil().isPresent()).findFirst()
                .orElseThrow();
        revise("REVOKE", one, "POSITIVE_TEST");
        awaitListed(FRAUDULENT + 2);
        JsonNode synced = client.sync();
        assertThat(synced.path("snapshotChunks").intValue()).isZero();
        assertThat(synced.path("deltaChunks").intValue()).isPositive();
        assertThat(client.verify(one)).isEqualTo("REVOKED");
        revise("RESTORE", one, "RECOVERED");
        awaitListed(FRAUDULENT + 1);
        assertThat(client.sync().path("snapshotChunks").intValue()).isZero();
        assertThat(client.verify(one)).isEqualTo("VALID");
    }

    @Test
    @Order(4)
    @DisplayName("our verifier and it agree on 500 certificates, but for the differences that the reference names")
    void agreesWithOurVerifier() throws Exception {
        Random random = new Random(4);
        Map<Difference, Integer> differences = new EnumMap<>(Difference.class);
        int agreed = 0;
        for (String text : certificates) {
            Instant at = noon(LocalDate.now(ROME).plusDays(random.nextInt(-70, 110)));
            Outcome ours = ours(text, at);
            String its = client.verify(text, at);
            Optional<Difference> difference = difference(text, ours, at);
            assertThat(its).as("%s at %s, difference %s", ours, at, difference).isEqualTo(difference
                    .map(named -> named.word).orElse(ours.name()));
            difference.ifPresent(named -> differences.merge(named, 1, Integer::sum));
            agreed += difference.isPresent() ? 0 : 1;
        }
        assertThat(agreed).isGreaterThan(CERTIFICATES / 4);
        Files.writeString(TABLE, "agreed " + agreed + ", differences that are known " + differences + '\n');
        System.out.print(Files.readString(TABLE));
    }

    private static Optional<Difference> difference(String text, Outcome ours, Instant at) {
        Optional<LocalDate> last = entry(text).validUntil();
        if (ours == Outcome.NOT_VALID_YET) {
            return Optional.empty();
        }
        if (last.isEmpty()) {
            return Optional.of(Difference.NEEDS_A_LAST_DAY);
        }
        if (ours == Outcome.EXPIRED) {
            return Optional.of(Difference.SAYS_NOT_VALID_FOR_EXPIRED);
        }
        if (ours == Outcome.NOT_VALID && at.isBefore(hcert(text).issuedAt())) {
            return Optional.of(Difference.IGNORES_THE_TIME_OF_ISSUE);
        }
        return ours == Outcome.VALID && last.get().equals(LocalDate.ofInstant(at, ROME))
                ? Optional.of(Difference.REFUSES_THE_LAST_DAY)
                : Optional.empty();
    }

    private static Outcome ours(String text, Instant at) {
        return switch (DATA.computeIfAbsent(at, VerificaC19ClientTest::data)) {
            case VerifierData.Outcome.Had had -> new Verifier(had.data()).verify(text, at).outcome();
            case VerifierData.Outcome.Missing missing -> throw new AssertionError(missing.why());
        };
    }

    private static VerifierData.Outcome data(Instant at) {
        return new VerifierData(running.serverUri(), directory.resolve("verifier")).forTime(Instant.now(), at);
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    private static Hcert hcert(String text) {
        return ((HcertInspection.Readable) HcertDecoder.inspect(text)).hcert();
    }

    private static ExemptionEntry entry(String text) {
        return ((ExemptionReading.Read) Exemption.fromDcc(hcert(text).dcc())).exemption().entry();
    }

    private static void revise(String action, String text, String reason) throws Exception {
        JsonNode taken = JSON.readTree(post(Map.of("action", action, "uvci", entry(text).uvci(), "reason", reason,
                "doctor",
                Map.of("fiscalCode", "MRARSS75P14H501I", "category", "MMG"), "requestedAt", Instant.now().toString()))
                .body());
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(status(taken).path("state").stringValue())
                .isEqualTo("DONE"));
    }

    private static HttpResponse<String> post(Map<String, Object> body) throws IOException, InterruptedException {
        HttpResponse<String> answer = sistemaTs.send(HttpRequest.newBuilder(revocations(""))
                .header("Content-Type", "application/json").header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer;
    }

    private static JsonNode status(JsonNode taken) throws IOException, InterruptedException {
        return JSON.readTree(sistemaTs.send(
                HttpRequest.newBuilder(revocations('/' + taken.path("requestId").stringValue())).build(),
                BodyHandlers.ofString()).body());
    }

    private static URI revocations(String below) {
        return URI.create(
                "https://localhost:" + running.ports().institutional().revocation() + "/v1/revocations" + below);
    }

    private static void awaitListed(int entries) {
        try (HttpClient anybody = HttpClient.newHttpClient()) {
            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(JSON.readTree(anybody.send(
                    HttpRequest.newBuilder(URI.create(running.server() + "/v1/dgc/drl/check")).build(),
                    BodyHandlers.ofString()).body()).path("totalNumberUCVI").intValue()).isEqualTo(entries));
        }
    }
}
