package it.dgc.revocation.requests.decisions;

import java.util.Optional;

import it.dgc.common.messages.CertificateEvent;
import it.dgc.common.messages.CertificateEvent.Type;
import it.dgc.revocation.requests.Bodies;
import it.dgc.revocation.requests.register.Decision;
import it.dgc.revocation.requests.register.RequestState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class DecisionReaderTest {

    private static final String ID = "6f1d2c3b-4a59-8678-9abc-def012345678";

    @ParameterizedTest
    @CsvSource({"REVOKED,,DONE", "RESTORED,,DONE", "REVOCATION_REFUSED,UNKNOWN,UNKNOWN",
            "REVOCATION_REFUSED,MISMATCH,MISMATCH", "REVOCATION_REFUSED,NOT_ALLOWED,REFUSED",
            "REVOCATION_REFUSED,OUTDATED,OUTDATED", "REVOCATION_REFUSED,SOMETHING_NEW,REFUSED",
            "REVOCATION_REFUSED,,REFUSED"})
    void readsWhatWasDecidedOfOne(Type type, String refusal, RequestState state) {
        assertThat(read(type, Bodies.uvci(1).value(), ID, refusal, null))
                .contains(new Decision(ID, false, state, Optional.empty()));
    }

    @Test
    void readsWhatWasDecidedOfABatch() {
        assertThat(read(Type.BATCH_REVOKED, null, ID, null, 12))
                .contains(new Decision(ID, true, RequestState.DONE, Optional.of(12)));
        assertThat(read(Type.REVOCATION_REFUSED, null, ID, "NOT_ALLOWED", null))
                .contains(new Decision(ID, true, RequestState.REFUSED, Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(value = Type.class, names = {"ISSUED", "ENDED"})
    void passesOverWhatNobodyAskedFor(Type type) {
        assertThat(read(type, Bodies.uvci(1).value(), ID, null, null)).isEmpty();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"from-the-broker-1", "6F1D2C3B-4A59-8678-9ABC-DEF012345678"})
    @DisplayName("requests come over the broker too, with ids of their sender")
    void passesOverRequestsThatWereNotSentHere(String requestId) {
        assertThat(read(Type.REVOKED, Bodies.uvci(1).value(), requestId, null, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{}", "{\"type\":\"DELETED\",\"requestId\":\"" + ID + "\"}"})
    void passesOverWhatIsNoEvent(String value) {
        assertThat(DecisionReader.read(value.getBytes(UTF_8))).isEmpty();
        assertThat(DecisionReader.read(null)).isEmpty();
    }

    @Test
    void readsWhatANewerSenderSays() {
        assertThat(DecisionReader
                .read(("{\"new\":[1],\"schemaVersion\":1,\"type\":\"REVOKED\",\"uvci\":\"u\",\"requestId\":\""
                        + ID + "\"}").getBytes(UTF_8)))
                .isPresent();
    }

    private static Optional<Decision> read(Type type, String uvci, String requestId, String refusal, Integer count) {
        return DecisionReader.read(JsonMapper.shared().writeValueAsBytes(new CertificateEvent(1, "e", type, uvci,
                "2026-11-23T08:00:00Z", requestId, refusal, count)));
    }
}
