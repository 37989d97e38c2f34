package it.dgc.portal.sistemats;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import it.dgc.common.codes.HealthCardSuffix;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.deploy.outbox.LoopbackHttp;
import it.dgc.deploy.sistemats.cards.CardFault;
import it.dgc.deploy.sistemats.cards.CardFaults;
import it.dgc.deploy.sistemats.cards.CardRegister;
import it.dgc.deploy.sistemats.cards.HealthCard;
import it.dgc.deploy.sistemats.cards.HealthCardServer;
import it.dgc.portal.TestPeers;
import it.dgc.portal.outbound.Peer;
import it.dgc.portal.outbound.PeerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@DisplayName("reliability E17: whatever Sistema TS does, the portal gets an answer that is true, or none")
@ExtendWith(OutputCaptureExtension.class)
class SistemaTsHealthCardsTest {

    private static final CodiceFiscale HOLDER = CodiceFiscale.ofBody("PRVCNR80A41M999");
    private static final CodiceFiscale CARDLESS = CodiceFiscale.ofBody("SNTMRA80A41H501");
    private static final HealthCardSuffix LAST8 = new HealthCardSuffix("12345678");
    private static final LocalDate EXPIRY = LocalDate.of(2027, 1, 31);
    private static final TestPeers FILES = new TestPeers();

    private static HealthCardServer server;
    private Peer peer;
    private HealthCards cards;

    @BeforeAll
    static void start() throws Exception {
        CardRegister register = new CardRegister(1);
        register.give(HOLDER.value(), new HealthCard("80380000500012345678", EXPIRY));
        register.withdraw(CARDLESS.value());
        server = HealthCardServer.start(0, FILES.serverContext(), register);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void ask() {
        server.misbehave(CardFaults.NONE);
        use(peer(FILES, server.port(), 50));
    }

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void asksBothQuestions() {
        assertThat(cards.check(HOLDER, LAST8, Optional.empty())).isEqualTo(CardAnswer.YES);
        assertThat(cards.check(HOLDER, LAST8, Optional.of(EXPIRY))).isEqualTo(CardAnswer.YES);
        assertThat(cards.check(HOLDER, LAST8, Optional.of(EXPIRY.plusDays(1)))).isEqualTo(CardAnswer.NO);
        assertThat(cards.check(HOLDER, new HealthCardSuffix("12345679"), Optional.empty())).isEqualTo(CardAnswer.NO);
        assertThat(cards.check(CARDLESS, LAST8, Optional.empty())).isEqualTo(CardAnswer.NO);
        assertThat(cards.hasNone(CARDLESS)).isEqualTo(CardAnswer.YES);
        assertThat(cards.hasNone(HOLDER)).isEqualTo(CardAnswer.NO);
    }

    static List<CardFaults> faults() {
        return List.of(CardFaults.rejecting(500), CardFaults.rejecting(404), CardFaults.rejecting(429),
                CardFaults.slow(5_000), CardFaults.redirecting(URI.create("https://127.0.0.1:1/")),
                CardFaults.always(CardFault.REDIRECT), CardFaults.always(CardFault.WRONG_ECHO),
                CardFaults.always(CardFault.GARBAGE), CardFaults.always(CardFault.TRUNCATED),
                CardFaults.always(CardFault.ENDLESS), CardFaults.always(CardFault.HUGE));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void believesNothingElse(CardFaults faults, CapturedOutput log) {
        server.misbehave(faults);
        assertThat(cards.check(HOLDER, LAST8, Optional.empty())).isEqualTo(CardAnswer.UNAVAILABLE);
        assertThat(cards.hasNone(CARDLESS)).isEqualTo(CardAnswer.UNAVAILABLE);
        assertThat(log.getAll()).contains("sistema-ts gave no answer")
                .doesNotContain(HOLDER.value(), CARDLESS.value(), LAST8.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"answer\":\"YES\"}", "{\"fiscalCode\":\"%s\"}",
            "{\"fiscalCode\":\"%s\",\"answer\":\"YES\",\"more\":\"x\"}",
            "{\"fiscalCode\":\"%s\",\"answer\":\"NO\",\"answer\":\"YES\"}",
            "{\"fiscalCode\":\"%s\",\"answer\":\"yes\"}", "{\"fiscalCode\":\"%s\",\"answer\":\"MATCH\"}",
            "{\"fiscalCode\":\"%s\",\"answer\":true}", "{\"fiscalCode\":\"%s\",\"answer\":null}",
            "{\"fiscalCode\":[\"%s\"],\"answer\":\"YES\"}", "{\"fiscalCode\":\"%s\",\"answer\":\"YES\"}{}"})
    void believesNoOtherForm(String body) {
        peer.close();
        try (LoopbackHttp liar = LoopbackHttp.mutualTls(0, FILES.serverContext()).on("/v1/health-cards/none",
                exchange -> LoopbackHttp.send(exchange, 200, "application/json",
                        body.replace("%s", CARDLESS.value())))) {
            use(peer(FILES, liar.start().port(), 50));
            assertThat(cards.hasNone(CARDLESS)).isEqualTo(CardAnswer.UNAVAILABLE);
        }
    }

    @Test
    void survivesThatNobodyListens() {
        peer.close();
        use(peer(FILES, 1, 50));
        assertThat(cards.hasNone(CARDLESS)).isEqualTo(CardAnswer.UNAVAILABLE);
    }

    @Test
    void restsAfterManyFailuresAndRecoversByItself() {
        server.misbehave(CardFaults.rejecting(500));
        IntStream.range(0, 20).forEach(n -> cards.hasNone(CARDLESS));
        long asked = server.questions();
        assertThat(cards.hasNone(CARDLESS)).isEqualTo(CardAnswer.UNAVAILABLE);
        assertThat(server.questions()).isEqualTo(asked);

        server.misbehave(CardFaults.NONE);
        await().until(() -> cards.hasNone(CARDLESS) == CardAnswer.YES);
    }

    @Test
    @DisplayName("P28: a slow peer holds no more than its places")
    void keepsNobodyWaitingForAPlace() throws Exception {
        peer.close();
        use(peer(FILES, server.port(), 2));
        server.misbehave(CardFaults.slow(5_000));
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            long before = server.questions();
            List<Future<CardAnswer>> answers = IntStream.range(0, 6)
                    .mapToObj(n -> threads.submit(() -> cards.hasNone(CARDLESS))).toList();
            for (Future<CardAnswer> answer : answers) {
                assertThat(answer.get()).isEqualTo(CardAnswer.UNAVAILABLE);
            }
            assertThat(server.questions() - before).isLessThanOrEqualTo(2);
        }
    }

    private void use(Peer asked) {
        peer = asked;
        cards = new SistemaTsHealthCards(asked);
    }

    private static Peer peer(TestPeers files, int port, int atOnce) {
        return new Peer(new PeerSettings("sistema-ts", URI.create("https://127.0.0.1:" + port),
                files.directory.resolve("portal.pem"), files.directory.resolve("portal.key"),
                files.directory.resolve("ca.pem"), Duration.ofSeconds(1), Duration.ofMillis(1_500), atOnce,
                Duration.ofMillis(200)), new SimpleMeterRegistry());
    }
}
