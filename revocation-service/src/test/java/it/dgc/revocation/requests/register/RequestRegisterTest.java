package it.dgc.revocation.requests.register;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import it.dgc.deploy.backends.TestBackends;
import it.dgc.revocation.VirtualClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** On a store that speaks MongoDB's protocol. */
class RequestRegisterTest {

    private static final Instant AT = VirtualClock.START;
    private static final Instant LATER = AT.plusSeconds(5);

    private static MongoClient client;
    private static MongoTemplate template;

    private final RequestRegister register = new MongoRequestRegister(template);
    private final String id = UUID.randomUUID().toString();

    @BeforeAll
    static void open() {
        client = MongoClients.create(TestBackends.mongo());
        template = new MongoTemplate(client, "requests-" + UUID.randomUUID());
    }

    @AfterAll
    static void close() {
        template.getDb().drop();
        client.close();
    }

    @Test
    void keepsWhatCameFirst() {
        RequestEntry first = entry("a", false);
        assertThat(register.enter(first)).isEqualTo(first);
        assertThat(register.enter(entry("b", false))).isEqualTo(first);
        assertThat(register.find(id)).contains(first);
        assertThat(register.find("nobody's")).isEmpty();
    }

    @Test
    void notesThatTheBrokerHasIt() {
        register.enter(entry("a", false));
        register.accepted(id);
        register.accepted(id);
        assertThat(state()).isEqualTo(RequestState.ACCEPTED);
    }

    @ParameterizedTest
    @EnumSource(value = RequestState.class, names = {"UNKNOWN", "MISMATCH", "REFUSED", "OUTDATED", "DONE"})
    @DisplayName("what was decided stays, though the broker's acknowledgement is noted later, and comes twice")
    void keepsADecision(RequestState decided) {
        register.enter(entry("a", false));
        register.decided(decision(false, decided, null), LATER);
        register.accepted(id);
        register.decided(decision(false, decided, null), LATER.plusSeconds(1));
        assertThat(register.find(id)).hasValueSatisfying(entry -> {
            assertThat(entry.state()).isEqualTo(decided);
            assertThat(entry.decidedAt()).contains(LATER);
        });
    }

    @Test
    void letsDoneOutdoRefusalsAndNothingElse() {
        register.enter(entry("a", false));
        register.decided(decision(false, RequestState.UNKNOWN, null), LATER);
        register.decided(decision(false, RequestState.REFUSED, null), LATER);
        assertThat(state()).isEqualTo(RequestState.UNKNOWN);
        register.decided(decision(false, RequestState.DONE, null), LATER);
        register.decided(decision(false, RequestState.UNKNOWN, null), LATER);
        assertThat(state()).isEqualTo(RequestState.DONE);
    }

    @Test
    @DisplayName("what is said of one certificate does not end its batch")
    void endsABatchByWhatIsSaidOfTheBatch() {
        register.enter(entry("a", true));
        register.accepted(id);
        register.decided(decision(false, RequestState.DONE, null), LATER);
        register.decided(decision(false, RequestState.REFUSED, null), LATER);
        assertThat(state()).isEqualTo(RequestState.ACCEPTED);
        register.decided(decision(true, RequestState.DONE, 3), LATER);
        assertThat(register.find(id)).hasValueSatisfying(entry -> {
            assertThat(entry.state()).isEqualTo(RequestState.DONE);
            assertThat(entry.certificates()).contains(3);
        });
    }

    @Test
    void entersNothingForADecisionAboutAnUnknownRequest() {
        register.decided(decision(false, RequestState.DONE, null), LATER);
        assertThat(register.find(id)).isEmpty();
    }

    @Test
    void forgetsWhatIsOlder() {
        register.enter(entry("a", false));
        register.forget(AT);
        assertThat(register.find(id)).isPresent();
        register.forget(AT.plus(Duration.ofMillis(1)));
        assertThat(register.find(id)).isEmpty();
    }

    private RequestState state() {
        return register.find(id).orElseThrow().state();
    }

    private RequestEntry entry(String fingerprint, boolean batch) {
        return RequestEntry.received(id, "sistema-ts", fingerprint, "REVOKE", batch, AT);
    }

    private Decision decision(boolean batch, RequestState state, Integer certificates) {
        return new Decision(id, batch, state, Optional.ofNullable(certificates));
    }
}
