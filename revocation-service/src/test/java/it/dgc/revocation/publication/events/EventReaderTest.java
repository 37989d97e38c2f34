package it.dgc.revocation.publication.events;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import it.dgc.common.codes.Sha256;
import it.dgc.common.messages.CertificateEvent;
import it.dgc.common.uvci.Uvci;
import it.dgc.revocation.Hashes;
import it.dgc.revocation.drl.hashes.RevokedHash;
import it.dgc.revocation.publication.ledger.LogRow.Change;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class EventReaderTest {

    private static final Uvci UVCI = Hashes.uvci(1);
    private static final String GOOD = "{\"schemaVersion\":1,\"eventId\":\"e-1\",\"type\":\"REVOKED\",\"uvci\":\""
            + UVCI.value() + "\",\"occurredAt\":\"2026-11-23T08:00:00Z\"}";

    private final EventReader reader = new EventReader();

    @ParameterizedTest
    @CsvSource({"REVOKED,ADDED", "RESTORED,REMOVED", "ENDED,REMOVED"})
    void translatesWhatConcernsTheList(CertificateEvent.Type type, Change change) {
        assertThat(read(event(type))).isEqualTo(
                new EventReading.Concerns(Sha256.base64("event-7"), change, RevokedHash.of(UVCI)));
    }

    @ParameterizedTest
    @EnumSource(value = CertificateEvent.Type.class, names = {"ISSUED", "REVOCATION_REFUSED", "BATCH_REVOKED"})
    void passesOverWhatDoesNot(CertificateEvent.Type type) {
        assertThat(read(event(type))).isEqualTo(new EventReading.Ignored());
    }

    @ParameterizedTest
    @EnumSource(value = CertificateEvent.Type.class, names = {"REVOCATION_REFUSED", "BATCH_REVOKED"})
    void passesOverWhatIsSaidOfABatch(CertificateEvent.Type type) {
        String value = "{\"schemaVersion\":1,\"eventId\":\"e-1\",\"type\":\"" + type
                + "\",\"occurredAt\":\"2026-11-23T08:00:00Z\",\"requestId\":\"r-1\",\"certificates\":3}";
        assertThat(reader.read(bytes("r-1"), bytes(value))).isEqualTo(new EventReading.Ignored());
    }

    @Test
    @DisplayName("a newer sender must not be the reason why a revocation does not count")
    void passesOverFieldsThatItDoesNotKnow() {
        assertThat(read(GOOD.replace("{\"s", "{\"new\":[1],\"s"))).isInstanceOf(EventReading.Concerns.class);
    }

    @ParameterizedTest
    @NullAndEmptySource
    void refusesNothing(String value) {
        refuses(value, RefusalReason.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"uvci\":", "[]", "\"x\"", "null", "\u0000", "{\"schemaVersion\":1,\"schemaVersion\":1}"})
    void refusesWhatIsNoObject(String value) {
        refuses(value, RefusalReason.NOT_READABLE);
    }

    @Test
    void refusesWhatIsBroken() {
        refuses(GOOD + "{}", RefusalReason.NOT_READABLE);
        refuses(GOOD.replace("REVOKED", "DELETED"), RefusalReason.NOT_READABLE);
        refuses(GOOD.replace("\"REVOKED\"", "1"), RefusalReason.NOT_READABLE);
        refuses(GOOD.replace("\"type\":\"REVOKED\",", ""), RefusalReason.NOT_READABLE);
        refuses("[".repeat(100_000), RefusalReason.NOT_READABLE);
    }

    @Test
    void refusesShapesThatItDoesNotKnow() {
        refuses(GOOD.replace("\"schemaVersion\":1", "\"schemaVersion\":2"), RefusalReason.UNKNOWN_SCHEMA_VERSION);
        refuses(GOOD.replace("\"schemaVersion\":1,", ""), RefusalReason.UNKNOWN_SCHEMA_VERSION);
        refuses("{}", RefusalReason.UNKNOWN_SCHEMA_VERSION);
    }

    @Test
    void refusesEventsThatCannotBeToldApart() {
        refuses(GOOD.replace("e-1", ""), RefusalReason.BAD_EVENT_ID);
        refuses(GOOD.replace("\"eventId\":\"e-1\",", ""), RefusalReason.BAD_EVENT_ID);
        refuses(GOOD.replace("e-1", "e".repeat(201)), RefusalReason.BAD_EVENT_ID);
    }

    @Test
    @DisplayName("I21: an identifier in another spelling has another hash, which no verifier would look for")
    void refusesIdentifiersThatAreNone() {
        refuses(GOOD.replace(UVCI.value(), "URN:UVCI:" + UVCI.value()), RefusalReason.BAD_IDENTIFIER);
        refuses(GOOD.replace(UVCI.value(), UVCI.value().toLowerCase(Locale.ROOT)),
                RefusalReason.BAD_IDENTIFIER);
        refuses(GOOD.replace("\"" + UVCI.value() + "\"", "null"), RefusalReason.BAD_IDENTIFIER);
    }

    @Test
    void refusesAKeyThatIsNotTheIdentifier() {
        for (String key : new String[]{null, "", Hashes.uvci(2).value()}) {
            assertThat(reader.read(bytes(key), bytes(GOOD)))
                    .isEqualTo(new EventReading.Refused(RefusalReason.KEY_DIFFERS));
        }
    }

    private void refuses(String value, RefusalReason reason) {
        assertThat(read(value)).isEqualTo(new EventReading.Refused(reason));
    }

    private EventReading read(String value) {
        return reader.read(bytes(UVCI.value()), bytes(value));
    }

    private static String event(CertificateEvent.Type type) {
        return JsonMapper.shared().writeValueAsString(
                new CertificateEvent(1, "event-7", type, UVCI.value(), "2026-11-23T08:00:00Z", null, null, null));
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
