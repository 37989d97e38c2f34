package it.dgc.deploy.local.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import it.dgc.common.messages.ExemptionNotification;
import it.dgc.common.verification.Outcome;
import it.dgc.common.verification.Verifier;
import it.dgc.deploy.local.console.ExplainedException;
import it.dgc.deploy.local.console.Logs;
import it.dgc.deploy.local.delivery.Backends;
import it.dgc.deploy.local.delivery.Delivery;
import it.dgc.deploy.local.delivery.LoadPlan;
import it.dgc.deploy.local.delivery.LoadReport;
import it.dgc.deploy.local.delivery.LoadRun;
import it.dgc.deploy.local.delivery.Outgoing;
import it.dgc.deploy.local.delivery.SistemaTs;
import it.dgc.deploy.local.tls.ClientIdentity;
import it.dgc.deploy.local.tls.DevelopmentCa;
import it.dgc.deploy.local.verifier.VerifierData;
import it.dgc.deploy.sistemats.NotificationFiles;
import it.dgc.deploy.sistemats.SyntheticRegister;
import it.dgc.deploy.sistemats.Validity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("All parts in one process")
class PlatformTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Callers, and how often each asks: together twice as often as one address may in a minute. */
    private static final int FLOODING = 32;
    private static final int EACH = 40;
    private static final HttpClient FLOOD = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private static Path directory;
    private static Platform platform;

    @BeforeAll
    static void start() {
        DataDirectory data = DataDirectory.prepare(directory);
        Logs.toFile(data.log(), Map.of());
        platform = Platform.on(data, Ports.ANY);
        platform.start(progress -> {});
    }

    @AfterAll
    static void stop() {
        platform.close();
        Logs.off();
        assertThat(RunningPlatform.find(directory)).isEmpty();
    }

    @Test
    void issuesAndVerifiesThroughTheEdge() {
        Delivery delivery = deliver(Outgoing.of(new SyntheticRegister(1).next(Instant.now()))).getFirst();

        assertThat(delivery.outcome()).isEqualTo(Delivery.Outcome.ISSUED);
        Instant now = Instant.now();
        assertThat(new VerifierData(running().serverUri(), directory.resolve("verifier")).forTime(now, now))
                .isInstanceOfSatisfying(VerifierData.Outcome.Had.class,
                        had -> assertThat(
                                new Verifier(had.data()).verify(delivery.qrText().orElseThrow(), now).outcome())
                                .isEqualTo(Outcome.VALID));
    }

    @Test
    void issuesNothingNewForARepetition() {
        ExemptionNotification notification = new SyntheticRegister(2).next(Instant.now());

        List<Delivery> together = deliver(Outgoing.of(notification), Outgoing.of(notification));
        Delivery later = deliver(Outgoing.of(notification)).getFirst();

        assertThat(together).extracting(Delivery::outcome).containsExactly(Delivery.Outcome.ISSUED,
                Delivery.Outcome.ALREADY_ISSUED);
        assertThat(later).isEqualTo(together.get(1));
        assertThat(together).extracting(Delivery::qrText).containsOnly(later.qrText());
    }

    @Test
    void tellsWhyANotificationCameToNothing() throws IOException {
        List<Outgoing> odd = new ArrayList<>();
        NotificationFiles.read(new ByteArrayInputStream("{\"schemaVersion\":1}\nno json".getBytes(UTF_8)))
                .forEach(raw -> odd.add(Outgoing.of(raw)));

        assertThat(deliver(odd.toArray(Outgoing[]::new))).isNotEmpty().allSatisfy(delivery -> {
            assertThat(delivery.outcome()).isEqualTo(Delivery.Outcome.DEAD_LETTER);
            assertThat(delivery.reason()).isPresent();
            assertThat(delivery.cuev()).isEqualTo("-");
        });
    }

    @Test
    void tellsWhatWaitsAndWhatIsOver() {
        SyntheticRegister persons = new SyntheticRegister(3);
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Rome"));

        List<Delivery> deliveries = deliver(
                Outgoing.of(persons.next(Instant.now(), Validity.openFrom(today.plusDays(3)))),
                Outgoing.of(persons.next(Instant.now(), Validity.between(today.minusDays(9), today.minusDays(2)))));

        assertThat(deliveries).extracting(Delivery::outcome).containsExactly(Delivery.Outcome.DEFERRED,
                Delivery.Outcome.REFUSED);
        assertThat(deliveries.get(1).reason()).isPresent();
    }

    @Test
    void countsEveryCertificateOfALoad() {
        List<Long> progress = new ArrayList<>();
        try (LoadRun load = new LoadRun(backends(), new LoadPlan(30, 100, 4, PATIENCE))) {
            LoadReport report = load.run(progress::add);

            assertThat(report.refused()).isEmpty();
            assertThat(report.latencies()).hasSize(30);
        }
        assertThat(progress).isSorted().last().isEqualTo(30L);
    }

    @Test
    @DisplayName("reliability P28: a flood of captchas does not hurt the revocation list, and is told when to come back")
    void servesTheListWhileThePortalIsFlooded() throws Exception {
        List<HttpResponse<String>> lists = new ArrayList<>();
        List<HttpResponse<String>> captchas = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(FLOODING)) {
            List<Future<List<HttpResponse<String>>>> floods = IntStream.range(0, FLOODING)
                    .mapToObj(caller -> callers.submit(() -> Stream
                            .generate(() -> ask("/v1/portal/captcha?form=authcode")).limit(EACH).toList()))
                    .toList();
            while (floods.stream().anyMatch(flood -> !flood.isDone())) {
                lists.add(ask("/v1/dgc/drl?version=0&chunk=1"));
            }
            for (Future<List<HttpResponse<String>>> flood : floods) {
                captchas.addAll(flood.get());
            }
        }
        assertThat(lists).isNotEmpty().allMatch(list -> list.statusCode() == 200)
                .allMatch(list -> list.body().contains("\"revokedUcvi\":["));
        assertThat(captchas).extracting(HttpResponse::statusCode).contains(200, 429).isSubsetOf(200, 429, 503);
        assertThat(captchas).filteredOn(answer -> answer.statusCode() != 200)
                .allMatch(answer -> answer.headers().firstValue("Retry-After").isPresent());
    }

    private static HttpResponse<String> ask(String path) {
        try {
            return FLOOD.send(HttpRequest.newBuilder(running().serverUri().resolve(path)).build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void logsForBothServicesAndNothingPersonal() throws IOException {
        ExemptionNotification notification = new SyntheticRegister(5).next(Instant.now());

        deliver(Outgoing.of(notification));

        assertThat(new DataDirectory(directory).log()).content().contains("i.d.g", "i.d.r").doesNotContain(
                notification.holder().fiscalCode(), notification.holder().familyName(), notification.cuev());
    }

    @Test
    void tellsOtherProgramsWhereItIs() {
        assertThat(running()).isEqualTo(platform.description());
        assertThat(running().ports().http()).isPositive();
    }

    @Test
    void hasAMailServerAndAnSmsGatewayThatShowWhatTheyAccepted() throws Exception {
        for (String address : List.of("http://127.0.0.1:" + running().ports().outbox() + "/messages",
                "http://127.0.0.1:" + running().ports().sistemaTs() + "/sms/messages")) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(answer.body()).startsWith("[");
        }
        try (Socket mail = new Socket("127.0.0.1", running().ports().mail())) {
            assertThat(new String(mail.getInputStream().readNBytes(3), UTF_8)).isEqualTo("220");
        }
    }

    @Test
    @DisplayName("D11: institutions come by ports of their own, as whom their certificate names; nobody by the plain one")
    void knowsInstitutionsByTheirCertificates() throws Exception {
        Ports.Institutional ports = running().ports().institutional();
        try (HttpClient sistemaTs = ClientIdentity.of(directory, "sistema-ts").httpClient();
                HttpClient operator = ClientIdentity.of(directory, "operator").httpClient();
                HttpClient nobody = HttpClient.newHttpClient()) {
            for (int port : List.of(ports.generation(), ports.revocation(), ports.rules())) {
                assertThat(post(operator, "https://localhost:" + port + "/v1/nothing")).isEqualTo(403);
            }
            String revocations = "https://127.0.0.1:" + ports.revocation() + "/v1/revocations";
            assertThat(post(operator, revocations)).isEqualTo(403);
            assertThat(post(sistemaTs, revocations)).isNotIn(401, 403);
            assertThat(post(nobody, "http://127.0.0.1:" + running().ports().revocation() + "/v1/revocations"))
                    .isEqualTo(401);
        }
    }

    @Test
    @DisplayName("Allegato B, chapters 5 and 6: the portal answers behind the edge; what services tell operators does not")
    void hasThePortalBehindTheEdge() throws Exception {
        String edge = running().server();
        assertThat(get(edge + "/").statusCode()).isNotIn(404, 500, 503);
        assertThat(get(edge + "/v1/portal/captcha").headers().firstValue("Content-Security-Policy"))
                .as("said by the portal").isPresent();
        assertThat(get(edge + "/actuator/health").statusCode()).isEqualTo(404);
        assertThat(get("http://127.0.0.1:" + running().ports().portal() + "/actuator/health/readiness").statusCode())
                .isEqualTo(200);
        assertThat(new DataDirectory(directory).portalSecrets().resolve("portal-hash.key")).isNotEmptyFile();
    }

    @Test
    void answersForHealthCardsToThePortalAlone() throws Exception {
        String question = "https://127.0.0.1:" + running().ports().healthCards().questions() + "/v1/health-cards/none";
        try (HttpClient portal = DevelopmentCa.in(new DataDirectory(directory).tls(), Instant.now()).portal()
                .httpClient()) {
            HttpResponse<String> answer = portal.send(HttpRequest.newBuilder(URI.create(question))
                    .POST(BodyPublishers.ofString("{\"fiscalCode\":\"12345678903\"}")).build(),
                    BodyHandlers.ofString());
            assertThat(answer.body()).contains("12345678903", "YES");
        }
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> get(question));
    }

    private static HttpResponse<String> get(String address) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address)).build(),
                BodyHandlers.ofString());
    }

    private static int post(HttpClient client, String address) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(address)).POST(BodyPublishers.noBody()).build(),
                BodyHandlers.discarding()).statusCode();
    }

    @Test
    void runsOnceOnADirectory() {
        assertThatExceptionOfType(ExplainedException.class)
                .isThrownBy(() -> Platform.on(new DataDirectory(directory), Ports.ANY))
                .withMessageContaining("already running");
    }

    @Test
    void takesNoNoticeOfAPlatformThatHasDied(@TempDir Path other) throws IOException {
        Files.writeString(new DataDirectory(other).description(), Files
                .readString(new DataDirectory(directory).description())
                .replaceFirst("\"pid\":\\d+", "\"pid\":999999999"));

        assertThat(RunningPlatform.find(other)).isEmpty();
    }

    private static List<Delivery> deliver(Outgoing... notifications) {
        return SistemaTs.sendAndWait(backends(), List.of(notifications), PATIENCE);
    }

    private static Backends backends() {
        return new Backends(running().kafka(), running().store(), new DataDirectory(directory).secrets());
    }

    private static RunningPlatform running() {
        return RunningPlatform.require(directory);
    }
}
