package it.dgc.generation.journey;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import it.dgc.common.codes.Cuev;
import it.dgc.common.hcert.Hcert;
import it.dgc.common.hcert.HcertDecoder;
import it.dgc.common.hcert.HcertInspection;
import it.dgc.common.messages.Topics;
import it.dgc.deploy.backends.TestBackends;
import it.dgc.generation.audit.AuditReport;
import it.dgc.generation.audit.AuditVerification;
import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.mongo.Registries;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.digg.dgc.service.impl.DefaultDGCDecoder;
import se.digg.dgc.signatures.impl.DefaultDGCSignatureVerifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The service as a whole: a notification on Kafka becomes a certificate in the store (Allegato B, chapter 1). */
@DisplayName("A notification on Kafka")
class GenerationJourneyTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DATABASE = "generation_journey";

    @TempDir
    private static Path directory;
    private static RunningService service;
    private static KafkaProducer<byte[], byte[]> producer;
    private static TopicReader events;
    private static TopicReader deadLetters;
    private static TopicReader audit;

    @BeforeAll
    static void start() {
        service = RunningService.start(directory, DATABASE);
        producer = new KafkaProducer<>(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestBackends.kafka()),
                new ByteArraySerializer(), new ByteArraySerializer());
        events = new TopicReader(Topics.CERTIFICATE_EVENTS);
        deadLetters = new TopicReader(Topics.deadLettersOf(Topics.EXEMPTIONS));
        audit = new TopicReader(Topics.AUDIT);
    }

    @AfterAll
    static void stop() {
        audit.close();
        deadLetters.close();
        events.close();
        producer.close();
        service.close();
    }

    @Test
    void becomesACertificateThatAnIndependentLibraryAccepts() {
        for (String[] name : List.of(new String[]{"Żółć", "Łukasz"}, new String[]{"Παπαδόπουλος", "Αλέξανδρος"},
                new String[]{"Щукин", "Владимир"}, new String[]{"De la Cruz-O’Brien", "محمد"},
                new String[]{"A".repeat(80), "Groß"})) {
            Notification notification = Notification.fresh().named(name[0], name[1]);
            publish(notification);
            CertificateEntry entry = settled(notification);
            assertThat(entry.state()).isEqualTo(CertificateState.ISSUED);
            String text = entry.qrText().orElseThrow();

            Map<String, Object> payload = hcert(text).dcc();
            assertThat(payload.get("nam")).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                    .containsEntry("fn", name[0]).containsEntry("gn", name[1]);
        }
    }

    @Test
    void isAnnouncedWithoutPersonalDataAfterItIsStored() {
        Notification notification = Notification.fresh();
        publish(notification);
        CertificateEntry entry = settled(notification);
        List<ConsumerRecord<byte[], byte[]>> announced = events.await(1, r -> key(r).equals(entry.uvci().value()));
        assertThat(announced).hasSize(1);
        assertThat(new String(announced.getFirst().value(), UTF_8)).contains("\"ISSUED\"", entry.uvci().value())
                .doesNotContain(notification.cuev(), notification.fiscalCode(), "Rossi", notification.validUntil());
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(service.dump())
                .filteredOn(json -> json.contains(entry.uvci().value()) && json.contains("leasedUntil")).isEmpty());
    }

    @Test
    void givesTheSameCertificateOnceWhenItComesTwice() {
        Notification notification = Notification.fresh();
        publish(notification);
        CertificateEntry first = settled(notification);
        events.await(1, r -> key(r).equals(first.uvci().value()));
        publish(notification);
        publish(notification);
        Notification later = publishOnSamePartition(notification);
        settled(later);
        assertThat(settled(notification).qrText()).isEqualTo(first.qrText());
        assertThat(events.read().stream().filter(r -> key(r).equals(first.uvci().value()))).hasSize(1);
    }

    @Test
    void isRefusedWhenItContradictsAnEarlierOne() {
        Notification notification = Notification.fresh();
        publish(notification);
        CertificateEntry first = settled(notification);
        long position = publish(notification.named("Bianchi", "Maria"));
        assertThat(reasonAt(position, notification)).isEqualTo("CONFLICTING_DUPLICATE");
        assertThat(settled(notification).qrText()).isEqualTo(first.qrText());
        assertThat(audited("\"CONFLICTING_DUPLICATE\"", first.uvci().value(), "\"MMG\"")).hasSize(1);
    }

    @Test
    @DisplayName("reliability T26, A06: forged retry and type headers are ignored, the record is processed")
    void isNotLedAstrayByHeadersOfTheSender() {
        Notification notification = Notification.fresh();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.EXEMPTIONS,
                notification.cuev().getBytes(UTF_8), notification.json().getBytes(UTF_8));
        record.headers().add("retry_topic-attempts", ByteBuffer.allocate(4).putInt(Integer.MAX_VALUE).array())
                .add("retry_topic-backoff-timestamp", "32472144000000".getBytes(UTF_8))
                .add("retry_topic-original-timestamp", "32472144000000".getBytes(UTF_8))
                .add("kafka_deliveryAttempt", new byte[]{1}).add("kafka_dlt-exception-stacktrace", "x".getBytes(UTF_8))
                .add("__TypeId__", "java.net.URL".getBytes(UTF_8));
        producer.send(record);
        assertThat(settled(notification).state()).isEqualTo(CertificateState.ISSUED);
    }

    @Test
    @DisplayName("reliability P09: one audit event for an issue and for a refusal, in one chain that agrees with the register")
    void isToldToTheAuditor() {
        Notification issued = Notification.fresh();
        publish(issued);
        Notification ended = Notification.fresh().validFrom(today().minusDays(30)).validUntil(today().minusDays(1));
        publish(ended);
        assertThat(audited("\"ISSUED\"", settled(issued).uvci().value())).hasSize(1);
        assertThat(audited("\"REFUSED\"", "\"VALIDITY_ENDED\"", settled(ended).uvci().value())).hasSize(1);
        try (MongoClient client = MongoClients.create(TestBackends.mongo(DATABASE))) {
            MongoDatabase database = client.getDatabase(DATABASE);
            AuditVerification verification = AuditVerification.of(database, Registries.inventory(database));
            Awaitility.await().atMost(PATIENCE).untilAsserted(
                    () -> assertThat(verification.verify()).matches(AuditReport::isSound, "is sound"));
        }
    }

    @Test
    @DisplayName("Allegato B, chapter 2: what a doctor revokes is announced as revoked, by either topic, and restored again")
    void isRevokedAndRestoredOnADoctorsWord() {
        Notification notification = Notification.fresh();
        publish(notification);
        String uvci = settled(notification).uvci().value();
        request(Topics.REVOCATIONS, notification.cuev(), "REVOKE", "POSITIVE_TEST");
        events.await(1, r -> key(r).equals(uvci) && new String(r.value(), UTF_8).contains("\"REVOKED\""));
        assertThat(settled(notification).state()).isEqualTo(CertificateState.REVOKED);
        request(Topics.REVOCATION_REQUESTS, notification.cuev(), "RESTORE", "RECOVERED");
        events.await(1, r -> key(r).equals(uvci) && new String(r.value(), UTF_8).contains("\"RESTORED\""));
        assertThat(settled(notification).state()).isEqualTo(CertificateState.ISSUED);
    }

    @Test
    @DisplayName("P12: a revocation that comes first leaves its notification without a certificate")
    void givesNoCertificateWhenItWasRevokedBefore() {
        Notification notification = Notification.fresh();
        request(Topics.REVOCATIONS, notification.cuev(), "REVOKE", "FRAUD");
        Awaitility.await().atMost(PATIENCE)
                .until(() -> service.registry().find(new Cuev(notification.cuev())).isPresent());
        publish(notification);
        settled(publishOnSamePartition(notification));
        CertificateEntry entry = settled(notification);
        assertThat(entry.state()).isEqualTo(CertificateState.REVOKED_BEFORE_ISSUE);
        assertThat(entry.qrText()).isEmpty();
    }

    private static void request(String topic, String cuev, String action, String reason) {
        String json = """
                {"schemaVersion":1,"requestId":"%s-%s","action":"%s","cuev":"%s","reason":"%s",
                 "doctor":{"fiscalCode":"MRARSS75P14H501I","category":"PLS"},"requestedAt":"2026-11-02T09:30:00Z"}"""
                .formatted(cuev, action, action, cuev, reason);
        producer.send(new ProducerRecord<>(topic, cuev.getBytes(UTF_8), json.getBytes(UTF_8)));
    }

    @Test
    @DisplayName("the topic that holds persons in clear is emptied after its time; what the audit needs is kept for ever")
    void setsHowLongItsTopicsKeepWhatTheyHave() throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                TestBackends.kafka()))) {
            assertThat(retention(admin, Topics.EXEMPTIONS)).isEqualTo("604800000");
            assertThat(retention(admin, Topics.deadLettersOf(Topics.EXEMPTIONS))).isEqualTo("7776000000");
            assertThat(retention(admin, Topics.AUDIT)).isEqualTo("-1");
            assertThat(retention(admin, Topics.CERTIFICATE_EVENTS)).isEqualTo("-1");
        }
    }

    private static String retention(Admin admin, String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource)).all().get().get(resource).get("retention.ms").value();
    }

    /** @return the audit events that hold all of these, once there is one */
    private static List<ConsumerRecord<byte[], byte[]>> audited(String... parts) {
        return audit.await(1, r -> Stream.of(parts).allMatch(new String(r.value(), UTF_8)::contains));
    }

    @Test
    void waitsForItsFirstDay() {
        Notification notification = Notification.fresh().validFrom(today().plusDays(3));
        publish(notification);
        assertThat(settled(notification).state()).isEqualTo(CertificateState.DEFERRED);
    }

    @Test
    void isRecordedAsRefusedWhenItsLastDayHasPassed() {
        Notification notification = Notification.fresh().validFrom(today().minusDays(30))
                .validUntil(today().minusDays(1));
        publish(notification);
        CertificateEntry entry = settled(notification);
        assertThat(entry.state()).isEqualTo(CertificateState.REFUSED);
        assertThat(entry.refusal()).contains("VALIDITY_ENDED");
    }

    @Test
    @DisplayName("goes to the dead letters with its own reason when it cannot be used, and what comes after it is issued")
    void poisonNeverBlocksThePartition() {
        Map<String, byte[]> poisons = poisons();
        Map<String, Long> positions = new LinkedHashMap<>();
        List<Notification> good = new ArrayList<>();
        poisons.forEach((reason, value) -> {
            positions.put(reason, publish("POISON".getBytes(UTF_8), value, 0));
            Notification next = Notification.fresh();
            publish(next.cuev().getBytes(UTF_8), next.json().getBytes(UTF_8), 0);
            good.add(next);
        });
        positions.forEach((reason, position) -> {
            List<ConsumerRecord<byte[], byte[]>> letters = deadLetters.await(1, r -> originates(r, 0, position));
            assertThat(letters).hasSize(1);
            assertThat(header(letters.getFirst(), "dgc-reason")).isEqualTo(reason.strip());
            byte[] kept = service.secrets().fields().decrypt(letters.getFirst().value(),
                    Topics.deadLettersOf(Topics.EXEMPTIONS));
            byte[] sent = Optional.ofNullable(poisons.get(reason)).orElse(new byte[0]);
            assertThat(kept).isEqualTo(Arrays.copyOf(sent, Math.min(sent.length, 64 * 1024)));
            assertThat(header(letters.getFirst(), "dgc-length")).isEqualTo(Integer.toString(sent.length));
        });
        good.forEach(notification -> assertThat(settled(notification).state()).isEqualTo(CertificateState.ISSUED));
    }

    @Test
    void leavesNothingPersonalInClearInTheStore() {
        Notification notification = Notification.fresh().named("Canarinoverde", "Canarinogiallo");
        publish(notification);
        String text = settled(notification).qrText().orElseThrow();
        assertThat(service.dump()).isNotEmpty()
                .allSatisfy(json -> assertThat(json).doesNotContainIgnoringCase("canarino")
                        .doesNotContain(notification.cuev(), notification.fiscalCode(), "MRARSS75P14H501I", "HC1:",
                                text.substring(4, 40)));
    }

    @Test
    void publishesItsSignerForTheVerifiers() throws Exception {
        try (TopicReader signers = new TopicReader(Topics.SIGNER_CERTIFICATES)) {
            String kid = it.dgc.common.hcert.KeyId.ofCertificate(signerCertificate()).base64();
            ConsumerRecord<byte[], byte[]> record = signers.await(1, r -> key(r).equals(kid)).getFirst();
            assertThat(new String(record.value(), UTF_8)).contains("\"ACTIVE\"", "\"EXEMPTION\"", kid);
        }
    }

    @Test
    void findsTheServiceReady() throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        URI readiness = URI.create("http://127.0.0.1:" + service.port() + "/actuator/health/readiness");
        HttpResponse<String> answer = Awaitility.await().atMost(PATIENCE).until(
                () -> http.send(HttpRequest.newBuilder(readiness).build(), HttpResponse.BodyHandlers.ofString()),
                response -> response.statusCode() == 200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    private static Map<String, byte[]> poisons() {
        Notification good = Notification.fresh();
        Map<String, byte[]> poisons = new LinkedHashMap<>();
        poisons.put("EMPTY", null);
        poisons.put("TOO_DEEPLY_NESTED", "[".repeat(100_000).getBytes(UTF_8));
        poisons.put("TOO_LARGE", good.named("R".repeat(17 * 1024), "Maria").json().getBytes(UTF_8));
        poisons.put("TOO_LARGE ", good.named("R".repeat(1_040_000), "Maria").json().getBytes(UTF_8));
        poisons.put("FIELD_INVALID:holder.fiscalCode", good.json().replace(good.fiscalCode(), "RSSMRA80A01H501X")
                .getBytes(UTF_8));
        poisons.put("UNSUPPORTED_VERSION", good.json().replace("\"schemaVersion\":1", "\"schemaVersion\":99")
                .getBytes(UTF_8));
        poisons.put("DUPLICATE_KEY", good.json().replace("\"cuev\":", "\"cuev\":\"x\",\"cuev\":").getBytes(UTF_8));
        poisons.put("FIELD_INVALID:holder.familyName", good.named("Ros\\r\\nsi", "Maria").json().getBytes(UTF_8));
        poisons.put("KEY_MISMATCH", good.json().getBytes(UTF_8));
        poisons.put("MALFORMED_JSON", "{\"cuev\":".getBytes(UTF_8));
        poisons.put("SCHEMA", "[]".getBytes(UTF_8));
        return poisons;
    }

    @Test
    void isDeadLetteredWhenItBreaksAPolicy() {
        Notification ends = Notification.fresh().validFrom(today()).validUntil(today().minusDays(1));
        assertThat(reasonAt(publish(ends), ends)).isEqualTo("UNTIL_BEFORE_FROM");
        Notification self = Notification.fresh().certifiedBy("RSSMRA80A01H501U");
        assertThat(reasonAt(publish(self), self)).isEqualTo("SELF_CERTIFICATION");
        Notification chinese = Notification.fresh().named("李", "Maria");
        assertThat(reasonAt(publish(chinese), chinese)).isEqualTo("NAME_WITHOUT_TRANSLITERATION");
        Notification early = Notification.fresh().issuedAt(Instant.now().plusSeconds(600));
        assertThat(reasonAt(publish(early), early)).isEqualTo("REPORTED_IN_FUTURE");
    }

    /** @return the notification's entry once it is settled; whatever was issued has passed both independent checks */
    private static CertificateEntry settled(Notification notification) {
        CertificateEntry entry = Awaitility.await().atMost(PATIENCE).until(
                () -> service.registry().find(new Cuev(notification.cuev())),
                found -> found.filter(e -> e.state() != CertificateState.PINNED).isPresent()).orElseThrow();
        entry.qrText().ifPresent(GenerationJourneyTest::checkIndependently);
        return entry;
    }

    private static void checkIndependently(String text) {
        try {
            X509Certificate signer = signerCertificate();
            assertThat(new DefaultDGCDecoder(new DefaultDGCSignatureVerifier(), (country, kid) -> List.of(signer))
                    .decodeToBytes(text)).isNotEmpty();
            assertThat(schema().validate(new ObjectMapper().valueToTree(hcert(text).dcc()))).isEmpty();
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError("An independent reader refuses what was issued", e);
        }
    }

    private static long publish(Notification notification) {
        return publish(notification.cuev().getBytes(UTF_8), notification.json().getBytes(UTF_8), null);
    }

    /** @return another good notification behind all others of the same partition */
    private static Notification publishOnSamePartition(Notification before) {
        Notification later = Notification.fresh();
        int partition = org.apache.kafka.common.utils.Utils.toPositive(
                org.apache.kafka.common.utils.Utils.murmur2(before.cuev().getBytes(UTF_8))) % 3;
        publish(later.cuev().getBytes(UTF_8), later.json().getBytes(UTF_8), partition);
        return later;
    }

    private static long publish(byte[] key, byte[] value, Integer partition) {
        try {
            return producer.send(new ProducerRecord<>(Topics.EXEMPTIONS, partition, key, value)).get().offset();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String reasonAt(long offset, Notification notification) {
        int partition = org.apache.kafka.common.utils.Utils.toPositive(
                org.apache.kafka.common.utils.Utils.murmur2(notification.cuev().getBytes(UTF_8))) % 3;
        return header(deadLetters.await(1, r -> originates(r, partition, offset)).getFirst(), "dgc-reason");
    }

    private static boolean originates(ConsumerRecord<byte[], byte[]> record, int partition, long offset) {
        return header(record, "dgc-origin-partition").equals(Integer.toString(partition))
                && header(record, "dgc-origin-offset").equals(Long.toString(offset));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), UTF_8);
    }

    private static Hcert hcert(String text) {
        return ((HcertInspection.Readable) HcertDecoder.inspect(text)).hcert();
    }

    private static LocalDate today() {
        return LocalDate.now(ROME);
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream in = GenerationJourneyTest.class.getResourceAsStream("exemption.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
        }
    }

    private static X509Certificate signerCertificate() throws GeneralSecurityException, IOException {
        KeyStore keystore = KeyStore.getInstance(directory.resolve("keys/signer.p12").toFile(),
                "development".toCharArray());
        return (X509Certificate) keystore.getCertificate(keystore.aliases().nextElement());
    }
}
