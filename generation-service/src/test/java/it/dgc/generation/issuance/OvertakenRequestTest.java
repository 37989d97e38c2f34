package it.dgc.generation.issuance;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import it.dgc.common.messages.Topics;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.Ground;
import it.dgc.generation.registry.OutboxMessage;
import it.dgc.generation.revocation.Change;
import it.dgc.generation.revocation.RevocationOrder;
import it.dgc.generation.revocation.Revocations;
import it.dgc.generation.testing.Events;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("ADR 0020: of a positive test and a recovery the later one holds, whichever message comes first")
class OvertakenRequestTest {

    private static final EventToCertify EVENT = Events.exemption(1, "2022-01-10", "2022-06-30");

    private Bench bench;
    private Revocations revocations;

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = Bench.at("2022-01-10T09:00:00Z", directory);
        revocations = new Revocations(bench.store, bench.secrets, bench.batches, bench.doctors, Bench.SIGNER,
                bench.clock);
    }

    @Test
    void liftsNothingByARecoveryThatIsOlderThanTheTest() {
        bench.handle(EVENT);
        positive("p", 2);
        recovered("r", 1);
        assertThat(state()).isEqualTo(CertificateState.REVOKED);
        assertThat(last(Topics.CERTIFICATE_EVENTS)).contains("\"REVOCATION_REFUSED\"", "\"OUTDATED\"", "\"r\"");
        assertThat(last(Topics.AUDIT)).contains("\"REVOCATION_OUTDATED\"", "\"RECOVERED:OUTDATED\"", "\"MMG\"");
    }

    @Test
    void revokesNothingByATestThatIsOlderThanTheRecovery() {
        bench.handle(EVENT);
        positive("p1", 1);
        recovered("r", 3);
        positive("p2", 2);
        assertThat(state()).isEqualTo(CertificateState.ISSUED);
        assertThat(last(Topics.CERTIFICATE_EVENTS)).contains("\"REVOCATION_REFUSED\"", "\"OUTDATED\"", "\"p2\"");
        assertThat(last(Topics.AUDIT)).contains("\"REVOCATION_OUTDATED\"", "\"POSITIVE_TEST:OUTDATED\"");
    }

    @Test
    void followsWhatIsLaterWheneverItComes() {
        bench.handle(EVENT);
        positive("p1", 1);
        recovered("r1", 2);
        positive("p2", 3);
        assertThat(state()).isEqualTo(CertificateState.REVOKED);
        recovered("r2", 4);
        assertThat(state()).isEqualTo(CertificateState.ISSUED);
    }

    @Test
    void measuresByTheNewestTestAndNotByTheLastThatCame() {
        bench.handle(EVENT);
        positive("p1", 3);
        positive("p2", 1);
        recovered("r1", 2);
        assertThat(state()).isEqualTo(CertificateState.REVOKED);
        recovered("r2", 4);
        assertThat(state()).isEqualTo(CertificateState.ISSUED);
    }

    @Test
    @DisplayName("P26: the same request again hears the same, under the same id, and changes nothing")
    void saysAgainThatItWasOutdated() {
        bench.handle(EVENT);
        positive("p", 2);
        recovered("r", 1);
        List<OutboxMessage> then = bench.store.pending(uvci());
        recovered("r", 1);
        assertThat(bench.store.pending(uvci())).isEqualTo(then);
        assertThat(revocations.said()).singleElement().satisfies(again -> {
            assertThat(again.value()).contains("\"REVOCATION_REFUSED\"", "\"OUTDATED\"", "\"r\"");
            assertThat(then).extracting(OutboxMessage::eventId).contains(again.eventId());
        });
    }

    @Test
    @DisplayName("a test that comes again after its recovery revokes nothing: not under its id, nor under another")
    void revokesNothingByADuplicate() {
        bench.handle(EVENT);
        positive("p", 1);
        recovered("r", 2);
        positive("p", 1);
        positive("p-again", 1);
        assertThat(state()).isEqualTo(CertificateState.ISSUED);
    }

    @Test
    void holdsForWhatIsNotKnownYet() {
        positive("p", 2);
        recovered("r1", 1);
        bench.handle(EVENT);
        bench.deferred.issueDue();
        assertThat(state()).isEqualTo(CertificateState.REVOKED_BEFORE_ISSUE);
        recovered("r2", 1);
        assertThat(state()).isEqualTo(CertificateState.REVOKED_BEFORE_ISSUE);
        recovered("r3", 3);
        bench.deferred.issueDue();
        assertThat(state()).isEqualTo(CertificateState.ISSUED);
        positive("p-late", 2);
        assertThat(state()).isEqualTo(CertificateState.ISSUED);
    }

    @Test
    @DisplayName("a test that was overtaken by its recovery does not keep a tombstone from being issued")
    void holdsForATombstoneThatWasLifted() {
        positive("p1", 1);
        recovered("r", 3);
        positive("p2", 2);
        bench.handle(EVENT);
        assertThat(state()).isEqualTo(CertificateState.ISSUED);
    }

    @Test
    void asksForNoOrderOfOtherGrounds() {
        bench.handle(EVENT);
        positive("p", 1);
        recovered("r", 3);
        order("f", one(), new Change.Revoke(Ground.FRAUD), 2);
        assertThat(state()).isEqualTo(CertificateState.REVOKED);
    }

    @Test
    @DisplayName("the recovery counts also where another ground keeps the certificate revoked")
    void countsARecoveryThatLeftAnotherGround() {
        bench.handle(EVENT);
        order("f", one(), new Change.Revoke(Ground.FRAUD), 1);
        positive("p1", 1);
        recovered("r", 3);
        positive("p2", 2);
        assertThat(bench.entry(1).grounds()).containsExactly(Ground.FRAUD);
    }

    @Test
    @DisplayName("what was refused has said nothing: a recovery of nothing does not outdate a test")
    void countsNothingThatWasRefused() {
        bench.handle(EVENT);
        recovered("nothing-to-lift", 5);
        positive("p", 1);
        assertThat(state()).isEqualTo(CertificateState.REVOKED);
        bench.doctors.suspend(Events.DOCTOR.fiscalCode());
        positive("suspended", 9);
        bench.doctors.restore(Events.DOCTOR.fiscalCode());
        recovered("r", 2);
        assertThat(state()).isEqualTo(CertificateState.ISSUED);
    }

    @Test
    void leavesInABatchWhatHasRecoveredSince() {
        bench.handle(EVENT);
        positive("p", 1);
        recovered("r", 3);
        order("all", new RevocationOrder.Batch(Events.DOCTOR.fiscalCode(), EVENT.reportedAt(),
                EVENT.reportedAt().plusSeconds(1)), new Change.Revoke(Ground.POSITIVE_TEST), 2);
        assertThat(state()).isEqualTo(CertificateState.ISSUED);
        assertThat(revocations.said()).extracting(OutboxMessage::value)
                .anyMatch(event -> event.contains("\"BATCH_REVOKED\"") && event.contains("\"certificates\":0"));
    }

    private void positive(String request, int minute) {
        order(request, one(), new Change.Revoke(Ground.POSITIVE_TEST), minute);
    }

    private void recovered(String request, int minute) {
        order(request, one(), new Change.Restore(), minute);
    }

    private void order(String request, RevocationOrder.Target target, Change change, int minute) {
        Instant at = EVENT.reportedAt().plusSeconds(60L * minute);
        revocations.handle(new RevocationOrder(request, target, change, Events.DOCTOR, at));
    }

    private static RevocationOrder.One one() {
        return new RevocationOrder.One(Optional.of(Events.cuev(1)), Optional.empty());
    }

    private String last(String topic) {
        return bench.store.pending(uvci()).stream().filter(message -> message.topic().equals(topic))
                .reduce((first, second) -> second).orElseThrow().value();
    }

    private CertificateState state() {
        return bench.entry(1).state();
    }

    private Uvci uvci() {
        return bench.secrets.codes().uvci(EVENT.cuev(), 0);
    }
}
