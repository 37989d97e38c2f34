package it.dgc.generation.intake;

import java.time.Instant;
import java.util.Optional;

import it.dgc.common.codes.Cuev;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.issuance.Doctor;
import it.dgc.generation.registry.Ground;
import it.dgc.generation.revocation.Change;
import it.dgc.generation.revocation.RevocationOrder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("A request to revoke or to restore is read strictly, and refused with the field that is wrong")
class RevocationTranslatorTest {

    private static final String GOOD = """
            {"schemaVersion":1,"requestId":"req-1","action":"REVOKE","cuev":"ABCDE1234E","reason":"FRAUD",
             "doctor":{"fiscalCode":"MRARSS75P14H501I","category":"MMG"},"requestedAt":"2026-11-02T09:30:00+01:00"}""";
    private static final Instant NOW = Instant.parse("2026-11-02T08:30:00Z");
    private static final Doctor DOCTOR = new Doctor(new CodiceFiscale("MRARSS75P14H501I"), Doctor.Category.MMG);
    private static final String UVCI = Uvci.derive(new byte[16]).value();

    @Test
    void readsARevocation() throws RefusedNotification {
        assertThat(read(GOOD)).isEqualTo(new RevocationOrder("req-1",
                new RevocationOrder.One(Optional.of(new Cuev("ABCDE1234E")), Optional.empty()),
                new Change.Revoke(Ground.FRAUD), DOCTOR, NOW));
    }

    @Test
    void readsARestoreByTheIdentifier() throws RefusedNotification {
        String restore = GOOD.replace("REVOKE", "RESTORE").replace("FRAUD", "RECOVERED")
                .replace("\"cuev\":\"ABCDE1234E\"", "\"uvci\":\"" + UVCI + '"');
        assertThat(read(restore)).isEqualTo(new RevocationOrder("req-1",
                new RevocationOrder.One(Optional.empty(), Optional.of(new Uvci(UVCI))), new Change.Restore(),
                DOCTOR, NOW));
    }

    @Test
    @DisplayName("ADR 0020: a clock that is ahead says now, and keeps nothing that is said later from being followed")
    void readsNoTimeInTheFuture() throws RefusedNotification {
        assertThat(read(GOOD.replace("2026-11-02T09:30:00", "2046-11-02T09:30:00")).requestedAt()).isEqualTo(NOW);
        assertThat(read(GOOD.replace("2026-11-02T09:30:00", "2026-11-02T09:29:59.123456789")).requestedAt())
                .isEqualTo("2026-11-02T08:29:59.123456789Z");
    }

    @Test
    void readsABatch() throws RefusedNotification {
        assertThat(read(batch("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z")).target())
                .isEqualTo(new RevocationOrder.Batch(new CodiceFiscale("MRARSS75P14H501I"),
                        Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z")));
    }

    @ParameterizedTest
    @DisplayName("reliability B03, B07, B13")
    @CsvSource(delimiter = '|', value = {
            "\"schemaVersion\":1 | \"schemaVersion\":2 | UNSUPPORTED_VERSION",
            "\"reason\":\"FRAUD\" | \"reason\":\"other\" | FIELD_INVALID:reason",
            "\"reason\":\"FRAUD\", | '' | FIELD_INVALID:reason",
            "\"reason\":\"FRAUD\" | \"reason\":\"RECOVERED\" | FIELD_INVALID:reason",
            "REVOKE | RESTORE | FIELD_INVALID:reason",
            "REVOKE | DELETE | FIELD_INVALID:action",
            "ABCDE1234E | ABCDE1234F | FIELD_INVALID:cuev",
            "\"cuev\":\"ABCDE1234E\", | '' | FIELD_INVALID:cuev",
            "req-1 | {$ne:1} | FIELD_INVALID:requestId",
            "req-1 | '' | FIELD_INVALID:requestId",
            "MRARSS75P14H501I | MRARSS75P14H501X | FIELD_INVALID:doctor.fiscalCode",
            "MMG | XXX | FIELD_INVALID:doctor.category",
            "2026-11-02T09:30:00+01:00 | yesterday | FIELD_INVALID:requestedAt",
            "\"action\" | \"note\":\"she said\",\"action\" | SCHEMA",
            "\"action\" | \"reason\":\"FRAUD\",\"action\" | DUPLICATE_KEY"})
    void refusesWithItsReason(String piece, String replacement, String reason) {
        assertThat(GOOD).contains(piece);
        assertRefused(GOOD.replace(piece, replacement), reason);
    }

    @Test
    void refusesAnEmptyOrABackwardBatchAndOneBesideASingleCertificate() {
        assertRefused(batch("2026-02-01T00:00:00Z", "2026-02-01T00:00:00Z"), "FIELD_INVALID:batch");
        assertRefused(batch("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z").replace("REVOKE", "RESTORE")
                .replace("FRAUD", "RECOVERED"), "FIELD_INVALID:batch");
        assertRefused(GOOD.replace("\"action\"",
                "\"batch\":{\"doctor\":\"MRARSS75P14H501I\",\"from\":\"2026-01-01T00:00:00Z\",\"until\":\"2026-02-01T00:00:00Z\"},\"action\""),
                "FIELD_INVALID:batch");
    }

    @Test
    @DisplayName("a batch is of what was certified: it ends now, give or take a minute between the clocks")
    void refusesABatchThatEndsInTheFuture() throws RefusedNotification {
        assertThat(read(batch("2026-01-01T00:00:00Z", "2026-11-02T08:31:00Z")).target())
                .isInstanceOf(RevocationOrder.Batch.class);
        assertRefused(batch("2026-01-01T00:00:00Z", "2026-11-02T08:31:00.001Z"), "FIELD_INVALID:batch.until");
    }

    private static String batch(String from, String until) {
        return GOOD.replace("\"cuev\":\"ABCDE1234E\"", "\"batch\":{\"doctor\":\"MRARSS75P14H501I\",\"from\":\"" + from
                + "\",\"until\":\"" + until + "\"}");
    }

    private static RevocationOrder read(String json) throws RefusedNotification {
        return RevocationTranslator.translate(RevocationReader.read(json.getBytes(UTF_8)), NOW);
    }

    private static void assertRefused(String json, String reason) {
        assertThatExceptionOfType(RefusedNotification.class).isThrownBy(() -> read(json))
                .satisfies(refused -> assertThat(refused.rejection().code()).isEqualTo(reason));
    }
}
