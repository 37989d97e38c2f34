package it.dgc.generation.issuance;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import it.dgc.common.messages.Topics;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.issuance.FailingRegistry.Crash;
import it.dgc.generation.issuance.GenerationOutcome.Issued;
import it.dgc.generation.issuance.GenerationOutcome.Refused;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.Ground;
import it.dgc.generation.registry.OutboxMessage;
import it.dgc.generation.registry.RevokedBatch;
import it.dgc.generation.revocation.Change;
import it.dgc.generation.revocation.RevocationOrder;
import it.dgc.generation.revocation.Revocations;
import it.dgc.generation.testing.Events;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("Allegato B, chapter 2: a batch also revokes what was still on its way when it came")
class RevokedInBatchTest {

    private static final EventToCertify EVENT = Events.exemption(1, "2022-01-10", "2022-06-30");
    private static final EventToCertify LATER = Events.exemption(2, "2022-02-01", null);

    private Bench bench;
    private Revocations revocations;

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = Bench.at("2022-01-10T09:00:00Z", directory);
        revocations = new Revocations(bench.store, bench.secrets, bench.batches, bench.doctors, Bench.SIGNER,
                bench.clock);
    }

    @Test
    void issuesNothingThatComesAfterItsBatch() {
        revoke("all", Ground.FRAUD);
        assertThat(bench.handle(EVENT)).isEqualTo(new Refused(uvci(1), RejectionReason.REVOKED_IN_BATCH));
        assertThat(bench.handle(LATER)).isEqualTo(new Refused(uvci(2), RejectionReason.REVOKED_IN_BATCH));
        bench.clock.pin("2022-02-01T12:00:00Z");
        bench.deferred.issueDue();
        assertRefused(1);
        assertRefused(2);
    }

    @Test
    void issuesWhatTheDoctorCertifiedAtAnotherTime() {
        revoke("all", Ground.FRAUD);
        Instant after = EVENT.reportedAt().plusSeconds(1);
        assertThat(bench.handle(Events.reportedAt(EVENT, after))).isInstanceOf(Issued.class);
    }

    @Test
    @DisplayName("what was pinned when the service fell is looked at again before it is signed")
    void withdrawsWhatWasPinned() {
        bench.registry.failOnce(Crash.AFTER_ADD);
        assertThatExceptionOfType(FailingRegistry.StoreFailure.class).isThrownBy(() -> bench.handle(EVENT));
        keep("all");
        bench.handle(EVENT);
        assertRefused(1);
    }

    @Test
    @DisplayName("the batch came while the certificate waited for its day, and its walk did not get there")
    void withdrawsWhatIsDue() {
        bench.handle(LATER);
        keep("all");
        bench.clock.pin("2022-02-01T12:00:00Z");
        bench.deferred.issueDue();
        assertRefused(2);
    }

    @Test
    @DisplayName("a batch that was kept and whose walk is still to come is not in the way of the walk")
    void countsNothingThatWasWithdrawnBefore() {
        keep("all");
        bench.handle(EVENT);
        revoke("all", Ground.FRAUD);
        assertRefused(1);
        assertThat(revocations.said()).extracting(OutboxMessage::value)
                .anyMatch(event -> event.contains("\"certificates\":0"));
    }

    @Test
    @DisplayName("what the batch revoked for a positive test is issued when the holder has recovered")
    void issuesWhatWasRestoredSince() {
        bench.handle(LATER);
        revoke("all", Ground.POSITIVE_TEST);
        assertThat(bench.store.find(uvci(2)).orElseThrow().state()).isEqualTo(CertificateState.REVOKED_BEFORE_ISSUE);
        revocations.handle(new RevocationOrder("recovered",
                new RevocationOrder.One(Optional.of(Events.cuev(2)), Optional.empty()), new Change.Restore(),
                Events.DOCTOR, EVENT.reportedAt()));
        bench.clock.pin("2022-02-01T12:00:00Z");
        bench.deferred.issueDue();
        assertThat(bench.store.find(uvci(2)).orElseThrow().state()).isEqualTo(CertificateState.ISSUED);
    }

    @Test
    @DisplayName("a batch that is refused as a whole stands in nobody's way")
    void keepsNoBatchOfASuspendedDoctor() {
        bench.doctors.suspend(Events.DOCTOR.fiscalCode());
        revoke("all", Ground.FRAUD);
        bench.doctors.restore(Events.DOCTOR.fiscalCode());
        assertThat(bench.handle(EVENT)).isInstanceOf(Issued.class);
    }

    private void assertRefused(int number) {
        assertThat(bench.store.find(uvci(number)).orElseThrow()).satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(CertificateState.REFUSED);
            assertThat(entry.refusal()).hasValue("REVOKED_IN_BATCH");
        });
        assertThat(bench.signer.signed()).isEmpty();
        assertThat(bench.store.pending(uvci(number))).filteredOn(message -> message.topic().equals(Topics.AUDIT))
                .anySatisfy(audit -> assertThat(audit.value()).contains("\"REFUSED\"", "\"REVOKED_IN_BATCH\""));
    }

    private void keep(String request) {
        bench.batches.keep(Events.DOCTOR.fiscalCode(), new RevokedBatch(request, EVENT.reportedAt(),
                EVENT.reportedAt().plusSeconds(1), Ground.FRAUD));
    }

    private void revoke(String request, Ground ground) {
        revocations.handle(new RevocationOrder(request, new RevocationOrder.Batch(Events.DOCTOR.fiscalCode(),
                EVENT.reportedAt(), EVENT.reportedAt().plusSeconds(1)), new Change.Revoke(ground), Events.DOCTOR,
                EVENT.reportedAt()));
    }

    private Uvci uvci(int number) {
        return bench.secrets.codes().uvci(Events.cuev(number), 0);
    }
}
