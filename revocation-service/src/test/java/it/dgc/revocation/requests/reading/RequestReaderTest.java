package it.dgc.revocation.requests.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import it.dgc.common.messages.RevocationRequest;
import it.dgc.revocation.requests.Bodies;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Allegato B, chapter 2: what a request to revoke or to restore says")
class RequestReaderTest {

    private static final String GOOD = Bodies.revoke();
    private static final Instant NOW = Bodies.REQUESTED_AT;

    @Test
    void readsEveryField() {
        RevocationRequest one = read(
                GOOD.replace("\"reason\"", "\"uvci\":\"" + Bodies.uvci(1).value() + "\",\"reason\""));
        assertThat(one).isEqualTo(new RevocationRequest(1, null, "REVOKE", Bodies.CUEV.value(), Bodies.uvci(1).value(),
                null, "FRAUD", one.doctor(), "2026-11-23T09:30:00+01:00"));
        assertThat(one.doctor().fiscalCode()).isEqualTo(Bodies.DOCTOR);
        assertThat(one.doctor().category()).isEqualTo("MMG");
        assertThat(read(Bodies.restore()).action()).isEqualTo("RESTORE");
        assertThat(read(Bodies.batch()).batch()).isEqualTo(
                new RevocationRequest.Batch(Bodies.DOCTOR, "2026-01-01T00:00:00Z", "2026-02-01T00:00:00+01:00"));
        assertThat(read(GOOD.replace("\"reason\"", "\"uvci\":null,\"batch\":null,\"reason\"")).uvci()).isNull();
    }

    @Test
    void cannotBePrinted() {
        assertThat(RequestReader.read(GOOD.getBytes(UTF_8), NOW)).hasToString("Read[masked]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "\"x\"", "1", "{", "{\"action\":\"REVOKE\"", "\u0000",
            "<!DOCTYPE x>",
            "{'action':'REVOKE'}"})
    void refusesWhatIsNoObjectOfThisShape(String body) {
        refuses(body, null);
    }

    @Test
    @DisplayName("a name that is not ours may be anything, and is not repeated")
    void refusesUnknownFieldsWithoutNamingThem() {
        refuses(GOOD.replace("{\"action\"", "{\"" + Bodies.DOCTOR + "\":1,\"action\""), null);
        refuses(GOOD.replace("{\"action\"", "{\"schemaVersion\":1,\"action\""), null);
        refuses(GOOD.replace("{\"action\"", "{\"requestId\":\"r\",\"action\""), null);
        refuses(GOOD.replace("{\"fiscalCode\"", "{\"name\":\"x\",\"fiscalCode\""), null);
        refuses(Bodies.batch().replace("{\"doctor\"", "{\"to\":\"x\",\"doctor\""), null);
    }

    @Test
    void refusesWhatIsSaidTwiceOrBehindTheEnd() {
        refuses(GOOD.replace("{\"action\"", "{\"action\":\"RESTORE\",\"action\""), null);
        refuses(GOOD + "{}", null);
        refuses(GOOD + "x", null);
        refuses("\uFEFF" + GOOD, null);
    }

    @Test
    void refusesAnotherCharset() {
        assertThat(RequestReader.read(GOOD.getBytes(UTF_16), NOW))
                .isEqualTo(new RequestReading.Refused(Optional.empty()));
        assertThat(RequestReader.read(new byte[]{'{', (byte) 0xC3, '}'}, NOW))
                .isEqualTo(new RequestReading.Refused(Optional.empty()));
    }

    @Test
    void refusesWrongTypesByTheirName() {
        for (String wrong : List.of("1", "1.5", "true", "[]", "{}", "[\"REVOKE\"]")) {
            refuses(GOOD.replace("\"REVOKE\"", wrong), "action");
        }
        refuses(GOOD.replace("REVOKE", "REV\u0001OKE"), "action");
        refuses(GOOD.replace("{\"fiscalCode\":\"" + Bodies.DOCTOR + "\",\"category\":\"MMG\"}", "\"\""), "doctor");
        refuses(GOOD.replace("\"MMG\"", "7"), "doctor.category");
        refuses(Bodies.batch().replace("\"2026-01-01T00:00:00Z\"", "1767225600"), "batch.from");
    }

    @ParameterizedTest
    @CsvSource({"action,REVOKE,revoke", "action,REVOKE,DELETE", "cuev,ABCDE1234,ABCDE1235", "cuev,ABCDE1234,abcde1234",
            "reason,FRAUD,OTHER", "reason,FRAUD,RECOVERED", "doctor.category,MMG,DENTIST",
            "doctor.fiscalCode,MRARSS75P14H501I,MRARSS75P14H501X", "doctor.fiscalCode,MRARSS75P14H501I,12345678901",
            "requestedAt,09:30:00+01:00,09:30:00", "requestedAt,2026-11-23,2019-11-23",
            "requestedAt,2026-11-23,2199-11-23", "requestedAt,2026-11-23T,x"})
    @DisplayName("reliability B07: codes of the list only, no free text")
    void refusesValuesByTheNameOfTheField(String field, String good, String wrong) {
        refuses(GOOD.replace(good, wrong), field);
        refuses(GOOD.replace(good, "\\u0000" + good), field);
        refuses(GOOD.replace(good, good + "x".repeat(5000)), field);
    }

    @Test
    void refusesAnIdentifierThatIsNone() {
        refuses(Bodies.revoke(Bodies.uvci(1)).replace("01IT", "01DE"), "uvci");
    }

    @ParameterizedTest
    @ValueSource(strings = {"action", "reason", "requestedAt"})
    void refusesWhatIsMissing(String field) {
        refuses(GOOD.replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"cuev\":null").replaceFirst(
                "\"cuev\":\"[^\"]*\",", ""), field);
    }

    @Test
    void refusesADoctorThatIsMissing() {
        refuses(GOOD.replaceFirst("\"doctor\":\\{[^}]*},", ""), "doctor");
        refuses(GOOD.replaceFirst("\"category\":\"MMG\"", "\"category\":null"), "doctor.category");
    }

    @Test
    @DisplayName("a reason belongs to its action")
    void refusesAReasonOfTheOtherAction() {
        refuses(Bodies.restore().replace("RECOVERED", "FRAUD"), "reason");
    }

    @Test
    @DisplayName("reliability B13: about one certificate, or about a batch; not about nothing, not about both")
    void refusesTwoTargetsOrNone() {
        refuses(GOOD.replaceFirst("\"cuev\":\"[^\"]*\",", ""), "cuev");
        refuses(Bodies.batch().replace("\"reason\"", "\"cuev\":\"" + Bodies.CUEV.value() + "\",\"reason\""), "batch");
    }

    @Test
    void refusesABatchThatCannotBe() {
        refuses(Bodies.batch().replace("2026-02-01T00:00:00+01:00", "2026-01-01T01:00:00+01:00"), "batch.until");
        refuses(Bodies.batch().replace("2026-02-01T00:00:00+01:00", "2026-11-23T08:31:00.001Z"), "batch.until");
        assertThat(read(Bodies.batch().replace("2026-02-01T00:00:00+01:00", "2026-11-23T08:31:00Z"))).isNotNull();
        refuses(Bodies.batch().replace("2026-01-01T", "x"), "batch.from");
        refuses(Bodies.batch().replaceFirst(Bodies.DOCTOR, "12345678901"), "batch.doctor");
        refuses(Bodies.batch().replace("REVOKE", "RESTORE").replace("FRAUD", "RECOVERED"), "batch");
    }

    @Test
    @DisplayName("architecture D2: Sistema TS may be two minutes ahead, and not more")
    void refusesARequestOutOfTheFuture() {
        refuses(GOOD.replace("09:30:00+01:00", "09:32:00.001+01:00"), "requestedAt");
        refuses(Bodies.restore().replace("2026-11-23", "2027-11-23"), "requestedAt");
        assertThat(read(GOOD.replace("09:30:00+01:00", "09:32:00+01:00"))).isNotNull();
    }

    @Test
    @DisplayName("a batch ends by our clock and by that of who requests it: what is taken here is not set aside there")
    void refusesABatchThatEndsInTheFutureOfEither() {
        String ahead = Bodies.batch().replace("09:30:00+01:00", "09:32:00+01:00");
        refuses(ahead.replace("2026-02-01T00:00:00+01:00", "2026-11-23T08:31:00.001Z"), "batch.until");
        assertThat(read(ahead.replace("2026-02-01T00:00:00+01:00", "2026-11-23T08:31:00Z"))).isNotNull();
        String late = Bodies.batch().replace("2026-02-01T00:00:00+01:00", "2026-11-23T08:31:00.001Z");
        assertThat(RequestReader.read(late.getBytes(UTF_8), NOW.plus(Duration.ofDays(1))))
                .isEqualTo(new RequestReading.Refused(Optional.of("batch.until")));
    }

    private static RevocationRequest read(String body) {
        assertThat(RequestReader.read(body.getBytes(UTF_8), NOW)).isInstanceOf(RequestReading.Read.class);
        return ((RequestReading.Read) RequestReader.read(body.getBytes(UTF_8), NOW)).request();
    }

    private static void refuses(String body, String field) {
        assertThat(RequestReader.read(body.getBytes(UTF_8), NOW))
                .isEqualTo(new RequestReading.Refused(Optional.ofNullable(field)));
    }
}
