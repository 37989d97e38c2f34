package it.dgc.rules.signers;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import it.dgc.common.messages.DeadLetterHeaders;
import it.dgc.common.messages.Topics;
import it.dgc.deploy.backends.TestBackends;
import it.dgc.deploy.backends.TopicSpec;
import it.dgc.rules.RunningService;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

import static it.dgc.rules.signers.SignerTopic.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From the topic through the store to the verifiers, on a real broker and a store that speaks MongoDB's protocol. */
class SignerJourneyTest {

    private static final String STATUS = "/v1/dgc/signercertificate/status";
    private static final String UPDATE = "/v1/dgc/signercertificate/update";
    private static final String DATABASE = "rules-" + UUID.randomUUID();

    private static SignerTopic topic;
    private static RunningService service;

    @BeforeAll
    static void start() {
        TestBackends.createTopics(new TopicSpec(Topics.SIGNER_CERTIFICATES, 1, true));
        topic = new SignerTopic();
        service = service(RunningService.application(), DATABASE);
    }

    @AfterAll
    static void stop() {
        service.close();
        topic.close();
    }

    @Test
    void servesWhatTheTopicBrings() {
        SignerCertificate signer = TestCertificates.own();
        topic.activate(signer);
        awaitServed(service, signer);
        HttpResponse<String> answer = updateOf(service, signer);
        assertThat(answer.body()).isEqualTo(signer.base64());
        assertThat(tokenOf(answer)).isPositive();
    }

    @Test
    void withdrawsAndBringsBackUnderAHigherToken() {
        SignerCertificate signer = TestCertificates.own();
        topic.activate(signer);
        awaitServed(service, signer);
        int firstToken = tokenOf(updateOf(service, signer));

        topic.withdraw(signer);
        awaitGone(service, signer);
        assertThat(updatesOf(service)).noneMatch(answer -> isOf(answer, signer));

        topic.activate(signer);
        awaitServed(service, signer);
        assertThat(tokenOf(updateOf(service, signer))).isGreaterThan(firstToken);
    }

    @Test
    void takesATombstoneForAWithdrawal() {
        SignerCertificate signer = TestCertificates.own();
        topic.activate(signer);
        awaitServed(service, signer);
        topic.forget(signer);
        awaitGone(service, signer);
    }

    @Test
    void servesTwoCertificatesOfOneKid() {
        SignerCertificate one = TestCertificates.own();
        SignerCertificate other = TestCertificates.foreign(one.kid());
        topic.activate(one);
        topic.activateForeign(other);
        patiently().untilAsserted(() -> assertThat(updatesOf(service)).filteredOn(answer -> isOf(answer, one))
                .extracting(HttpResponse::body).containsExactly(one.base64(), other.base64()));
    }

    @Test
    @DisplayName("a restart, and a replay of the whole topic, keep the tokens")
    void keepsTokensWhenEverythingComesAgain() {
        SignerCertificate withdrawn = TestCertificates.own();
        SignerCertificate active = TestCertificates.own();
        topic.activate(withdrawn);
        topic.withdraw(withdrawn);
        topic.activate(active);
        awaitServed(service, active);
        List<String> before = updatesOf(service).stream().map(SignerJourneyTest::line).toList();

        // another group reads from the start; it runs in the same JVM beside the first one
        try (RunningService again = service(RunningService.application(), DATABASE)) {
            patiently().until(() -> again.bean(MeterRegistry.class).find("dgc.rules.signer.messages").counters()
                    .stream().filter(c -> !"FAILED".equals(c.getId().getTag("outcome"))).mapToDouble(Counter::count)
                    .sum() >= topic.length());
            assertThat(updatesOf(again)).extracting(SignerJourneyTest::line).isEqualTo(before);
            assertThat(updatesOf(service)).extracting(SignerJourneyTest::line).isEqualTo(before);
        }
    }

    @Test
    @DisplayName("tokens survive a rebuild of the store: it fills itself from the topic, and clients miss no key")
    void fillsALostStoreFromTheTopic() {
        String group = "rules-" + UUID.randomUUID();
        SignerCertificate active = TestCertificates.own();
        topic.activate(active);
        List<String> before;
        try (RunningService first = service(RunningService.application(), "rules-" + UUID.randomUUID(), group)) {
            awaitServed(first, active);
            before = updatesOf(first).stream().map(SignerJourneyTest::line).toList();
        }
        // the group has read everything, and the store is another one
        try (RunningService again = service(RunningService.application(), "rules-" + UUID.randomUUID(), group)) {
            awaitServed(again, active);
            assertThat(updatesOf(again)).extracting(SignerJourneyTest::line).containsAll(before);
        }
    }

    @Test
    @DisplayName("D7: what can never be used is set aside with its reason, and what follows is applied")
    void setsPoisonAside() {
        SignerCertificate wrong = TestCertificates.foreign(TestCertificates.own().kid());
        SignerCertificate next = TestCertificates.own();
        topic.send(next.kid().value(), "{\"canary\":");
        topic.send("no kid\r\nat all", "{}");
        topic.activate(wrong);
        topic.activate(next);
        awaitServed(service, next);

        List<ConsumerRecord<byte[], byte[]>> letters = topic.deadLetters().stream()
                .filter(letter -> isKey(letter, next.kid().value()) || isKey(letter, wrong.kid().value())
                        || isKey(letter, "no kid\r\nat all"))
                .toList();
        assertThat(letters).extracting(letter -> header(letter, DeadLetterHeaders.REASON)).contains("NOT_READABLE",
                "BAD_KID",
                "KID_MISMATCH");
        assertThat(letters).allSatisfy(letter -> {
            assertThat(letter.headers()).extracting(h -> h.key()).containsExactlyInAnyOrder("dgc-reason",
                    "dgc-origin-topic", "dgc-origin-partition", "dgc-origin-offset");
            assertThat(header(letter, DeadLetterHeaders.ORIGIN_TOPIC)).isEqualTo(Topics.SIGNER_CERTIFICATES);
            assertThat(header(letter, DeadLetterHeaders.ORIGIN_PARTITION)).isEqualTo("0");
            assertThat(header(letter, DeadLetterHeaders.ORIGIN_OFFSET)).matches("[0-9]+");
        });
        assertThat(new String(letters.getFirst().value())).isEqualTo("{\"canary\":");
        assertThat(service.get(STATUS).body()).doesNotContain(wrong.kid().value());
        assertThat(service.get("/actuator/prometheus").body())
                .contains("dgc_rules_signer_messages_total{outcome=\"KID_MISMATCH\"}");
    }

    @Test
    @DisplayName("D7: a store that is away is waited for; nothing is skipped and nothing set aside")
    void waitsForTheStore() {
        InMemorySigners store = new InMemorySigners();
        SpringApplicationBuilder withStore = RunningService.application()
                .initializers(context -> ((GenericApplicationContext) context).registerBean("fakeStore",
                        SignerStore.class, () -> store, bean -> bean.setPrimary(true)));
        try (RunningService waiting = service(withStore, DATABASE)) {
            SignerCertificate before = TestCertificates.own();
            topic.activate(before);
            awaitServed(waiting, before);

            store.goAway();
            SignerCertificate during = TestCertificates.own();
            topic.activate(during);
            awaitServed(service, during);
            patiently().until(() -> store.refusals() > 3);
            assertThat(waiting.get(STATUS).body()).contains(before.kid().value()).doesNotContain(during.kid().value());

            assertThat(waiting.get("/actuator/prometheus").body())
                    .contains("dgc_rules_signer_messages_total{outcome=\"FAILED\"}");

            store.comeBack();
            awaitServed(waiting, during);
            assertThat(topic.deadLetters()).noneMatch(letter -> isKey(letter, during.kid().value()));
        }
    }

    @Test
    void isReadyAndSaysNoMore() {
        patiently().untilAsserted(() -> assertThat(service.get("/actuator/health/readiness").body())
                .isEqualTo("{\"status\":\"UP\"}"));
        assertThat(service.get("/actuator/health").statusCode()).isEqualTo(200);
    }

    private static RunningService service(SpringApplicationBuilder application, String database) {
        return service(application, database, "rules-" + UUID.randomUUID());
    }

    private static RunningService service(SpringApplicationBuilder application, String database, String group) {
        return RunningService.start(application, "--spring.kafka.bootstrap-servers=" + TestBackends.kafka(),
                "--spring.mongodb.uri=" + TestBackends.mongo(), "--spring.mongodb.database=" + database,
                "--spring.kafka.consumer.group-id=" + group, "--dgc.rules.retry-first=20ms",
                "--dgc.rules.retry-longest=50ms");
    }

    private static void awaitServed(RunningService running, SignerCertificate signer) {
        patiently().until(() -> running.get(STATUS).body().contains(signer.kid().value()));
    }

    private static void awaitGone(RunningService running, SignerCertificate signer) {
        patiently().until(() -> !running.get(STATUS).body().contains(signer.kid().value()));
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(2));
    }

    private static List<HttpResponse<String>> updatesOf(RunningService running) {
        return Stream.iterate(running.get(UPDATE), answer -> answer.statusCode() == 200,
                answer -> running.get(UPDATE, "X-RESUME-TOKEN", Integer.toString(tokenOf(answer)))).toList();
    }

    private static HttpResponse<String> updateOf(RunningService running, SignerCertificate signer) {
        return updatesOf(running).stream().filter(answer -> isOf(answer, signer)).findFirst().orElseThrow();
    }

    private static boolean isOf(HttpResponse<String> answer, SignerCertificate signer) {
        return answer.headers().firstValue("X-KID").orElseThrow().equals(signer.kid().value());
    }

    private static int tokenOf(HttpResponse<String> answer) {
        return Integer.parseInt(answer.headers().firstValue("X-RESUME-TOKEN").orElseThrow());
    }

    private static String line(HttpResponse<String> answer) {
        return tokenOf(answer) + " " + answer.body();
    }

    private static boolean isKey(ConsumerRecord<byte[], byte[]> letter, String key) {
        return new String(letter.key()).equals(key);
    }
}
