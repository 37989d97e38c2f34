package it.dgc.generation.issuance;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import it.dgc.common.codes.Cuev;
import it.dgc.common.messages.Topics;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.DueCertificate;
import it.dgc.generation.registry.Ground;
import it.dgc.generation.registry.OutboxMessage;
import it.dgc.generation.registry.Revision;
import it.dgc.generation.revocation.Change;
import it.dgc.generation.revocation.RevocationOrder;
import it.dgc.generation.revocation.Revocations;
import it.dgc.generation.secrets.DamagedFieldException;
import it.dgc.generation.secrets.SecretsException;
import it.dgc.generation.testing.Events;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@DisplayName("Allegato B, chapter 2: a doctor's word revokes a certificate, whenever it comes")
class RevocationTest {

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
    void revokesAnIssuedCertificateAndTellsTheList() {
        bench.handle(EVENT);
        revoke("r1", 1, Ground.FRAUD);
        assertThat(state(1)).isEqualTo(CertificateState.REVOKED);
        assertThat(last(1, Topics.CERTIFICATE_EVENTS).value()).contains("\"REVOKED\"", "\"r1\"", uvci(1).value())
                .doesNotContain("FRAUD");
        assertThat(last(1, Topics.AUDIT).value()).contains("\"REVOKED\"", "\"FRAUD\"", "\"MMG\"");
    }

    @Test
    @DisplayName("P26: the same request again changes nothing")
    void followsARequestOnce() {
        bench.handle(EVENT);
        revoke("r1", 1, Ground.POSITIVE_TEST);
        restore("r2", 1);
        List<OutboxMessage> said = bench.store.pending(uvci(1));
        revoke("r1", 1, Ground.POSITIVE_TEST);
        restore("r2", 1);
        assertThat(state(1)).isEqualTo(CertificateState.ISSUED);
        assertThat(bench.store.pending(uvci(1))).isEqualTo(said);
    }

    @Test
    @DisplayName("who lost the answer hears it again, under the same id, and after it all that was decided since")
    void saysAgainWhatItDecided() {
        bench.handle(EVENT);
        restore("too-early", 1);
        revoke("r1", 1, Ground.POSITIVE_TEST);
        restore("r2", 1);
        List<OutboxMessage> then = bench.store.pending(uvci(1)).stream()
                .filter(message -> message.topic().equals(Topics.CERTIFICATE_EVENTS)).toList();
        bench.clock.advance(Duration.ofDays(1));
        revoke("r1", 1, Ground.POSITIVE_TEST);
        assertThat(revocations.said()).extracting(OutboxMessage::eventId).containsExactly(then.get(2).eventId(),
                then.get(3).eventId());
        restore("too-early", 1);
        assertThat(revocations.said().get(2)).satisfies(refused -> {
            assertThat(refused.eventId()).isEqualTo(then.get(1).eventId());
            assertThat(refused.key()).isEqualTo(uvci(1).value());
            assertThat(refused.value()).contains("\"REVOCATION_REFUSED\"", "\"NOT_ALLOWED\"", "\"too-early\"");
        });
        assertThat(revocations.said()).extracting(OutboxMessage::eventId).endsWith(then.get(2).eventId(),
                then.get(3).eventId());
    }

    @Test
    @DisplayName("also of what was revoked before its notification")
    void saysAgainWhatItDecidedOfWhatIsNotKnownYet() {
        revoke("r1", 1, Ground.FRAUD);
        revoke("r1", 1, Ground.FRAUD);
        assertThat(revocations.said()).singleElement().satisfies(event -> {
            assertThat(event.eventId()).isEqualTo("revoked-r1/" + uvci(1).value());
            assertThat(event.value()).contains("\"REVOKED\"");
        });
    }

    @Test
    void tellsARequestFromOneWhoseIdEndsAlike() {
        bench.handle(EVENT);
        revoke("doctor-1", 1, Ground.POSITIVE_TEST);
        restore("doctor-2", 1);
        revoke("1", 1, Ground.FRAUD);
        assertThat(state(1)).isEqualTo(CertificateState.REVOKED);
    }

    @Test
    void restoresAfterRecovery() {
        bench.handle(EVENT);
        revoke("r1", 1, Ground.POSITIVE_TEST);
        restore("r2", 1);
        assertThat(last(1, Topics.CERTIFICATE_EVENTS).value()).contains("\"RESTORED\"", "\"r2\"");
    }

    @Test
    @DisplayName("a refusal is remembered too: replayed later it lifts nothing that came after it")
    void remembersWhatItRefused() {
        bench.handle(EVENT);
        restore("too-early", 1);
        assertThat(last(1, Topics.CERTIFICATE_EVENTS).value()).contains("\"REVOCATION_REFUSED\"", "\"NOT_ALLOWED\"");
        revoke("r1", 1, Ground.POSITIVE_TEST);
        restore("too-early", 1);
        assertThat(state(1)).isEqualTo(CertificateState.REVOKED);
    }

    @Test
    @DisplayName("P12: revoke before issue still wins")
    void givesNoCertificateForANotificationThatComesAfterItsRevocation() {
        revoke("r1", 1, Ground.POSITIVE_TEST);
        bench.handle(EVENT);
        bench.handle(EVENT);
        bench.deferred.issueDue();
        assertThat(state(1)).isEqualTo(CertificateState.REVOKED_BEFORE_ISSUE);
        assertThat(bench.signer.signed()).isEmpty();
        assertThat(last(1, Topics.CERTIFICATE_EVENTS).value()).contains("\"REVOKED\"", uvci(1).value());
    }

    @Test
    @DisplayName("reliability P23: without a last day it is erased some time after the last signature could have expired")
    void foreseesTheErasureOfWhatIsNeverSigned() {
        revoke("r1", 2, Ground.FRAUD);
        bench.handle(LATER);
        LocalDate expiry = LocalDate.of(2030, 1, 1);
        assertThat(bench.store.erasures().ended(expiry, 10)).containsExactly(new DueCertificate(expiry, uvci(2)));
    }

    @Test
    void issuesWhatWasRevokedBeforeItsNotificationOnceTheHolderHasRecovered() {
        revoke("r1", 1, Ground.POSITIVE_TEST);
        bench.handle(EVENT);
        restore("r2", 1);
        bench.deferred.issueDue();
        assertThat(state(1)).isEqualTo(CertificateState.ISSUED);
        assertThat(bench.signer.signed()).hasSize(1);
    }

    @Test
    void issuesAtOnceWhatWasRestoredBeforeItsNotification() {
        revoke("r1", 1, Ground.POSITIVE_TEST);
        restore("r2", 1);
        bench.handle(EVENT);
        assertThat(state(1)).isEqualTo(CertificateState.ISSUED);
    }

    @Test
    void cancelsADeferredCertificate() {
        bench.handle(LATER);
        revoke("r1", 2, Ground.CONDITION_ENDED);
        bench.clock.pin("2022-02-01T12:00:00Z");
        bench.deferred.issueDue();
        assertThat(state(2)).isEqualTo(CertificateState.REVOKED_BEFORE_ISSUE);
        assertThat(bench.signer.signed()).isEmpty();
    }

    @Test
    void refusesAConditionThatEndedAfterTheCertificate() {
        bench.handle(EVENT);
        bench.clock.pin("2022-06-30T22:00:00Z");
        revoke("r1", 1, Ground.CONDITION_ENDED);
        assertThat(state(1)).isEqualTo(CertificateState.ISSUED);
        assertThat(last(1, Topics.CERTIFICATE_EVENTS).value()).contains("\"REVOCATION_REFUSED\"");
        revoke("r2", 1, Ground.POSITIVE_TEST);
        assertThat(state(1)).isEqualTo(CertificateState.REVOKED);
    }

    @Test
    void refusesTheWordOfASuspendedDoctor() {
        bench.handle(EVENT);
        bench.doctors.suspend(Events.DOCTOR.fiscalCode());
        revoke("r1", 1, Ground.FRAUD);
        revoke("r2", 5, Ground.FRAUD);
        assertThat(state(1)).isEqualTo(CertificateState.ISSUED);
        assertThat(bench.store.find(Events.cuev(5))).isEmpty();
        assertThat(revocations.said()).extracting(OutboxMessage::value)
                .anyMatch(event -> event.contains("\"REVOCATION_REFUSED\"") && event.contains("\"r2\""));
    }

    @Test
    void knowsNoIdentifierThatWasNeverGiven() {
        revocations.handle(order("r1", new RevocationOrder.One(Optional.empty(), Optional.of(uvci(9))),
                new Change.Revoke(Ground.FRAUD)));
        assertThat(revocations.said()).extracting(OutboxMessage::value)
                .anyMatch(event -> event.contains("\"UNKNOWN\"") && event.contains(uvci(9).value()));
    }

    @Test
    void refusesCodesOfTwoCertificates() {
        bench.handle(EVENT);
        bench.handle(LATER);
        revocations.handle(order("r1", new RevocationOrder.One(Optional.of(Events.cuev(1)), Optional.of(uvci(2))),
                new Change.Revoke(Ground.FRAUD)));
        assertThat(state(1)).isEqualTo(CertificateState.ISSUED);
        assertThat(revocations.said()).extracting(OutboxMessage::value)
                .anyMatch(event -> event.contains("\"MISMATCH\""));
    }

    @Test
    void revokesByTheIdentifierAsByTheCode() {
        bench.handle(EVENT);
        revocations.handle(order("r1", new RevocationOrder.One(Optional.empty(), Optional.of(uvci(1))),
                new Change.Revoke(Ground.FRAUD)));
        assertThat(state(1)).isEqualTo(CertificateState.REVOKED);
    }

    @Test
    @DisplayName("everything a doctor certified between two instants, as one audited action")
    void revokesWhatADoctorCertifiedInATime() {
        bench.handle(EVENT);
        bench.handle(LATER);
        Instant received = EVENT.reportedAt();
        revocations.handle(order("before", new RevocationOrder.Batch(Events.DOCTOR.fiscalCode(),
                received.minusSeconds(60), received), new Change.Revoke(Ground.FRAUD)));
        assertThat(state(1)).isEqualTo(CertificateState.ISSUED);
        revocations.handle(order("then", new RevocationOrder.Batch(Events.DOCTOR.fiscalCode(), received,
                received.plusSeconds(1)), new Change.Revoke(Ground.FRAUD)));
        assertThat(state(1)).isEqualTo(CertificateState.REVOKED);
        assertThat(state(2)).isEqualTo(CertificateState.REVOKED_BEFORE_ISSUE);
        assertThat(revocations.said()).extracting(OutboxMessage::value)
                .anyMatch(event -> event.contains("\"BATCH_REVOKED\"") && event.contains("\"FRAUD:2\""));
    }

    @Test
    @DisplayName("who asked for a batch hears when it is done, and of how many certificates; again the same when it comes again")
    void tellsThatABatchIsDone() {
        bench.handle(EVENT);
        bench.handle(LATER);
        RevocationOrder all = order("all", batch(EVENT.reportedAt(), EVENT.reportedAt().plusSeconds(1)),
                new Change.Revoke(Ground.FRAUD));
        revocations.handle(all);
        List<OutboxMessage> pending = bench.store.pending(uvci(1));
        revocations.handle(all);
        assertThat(bench.store.pending(uvci(1))).isEqualTo(pending);
        assertThat(ofBatches()).hasSize(2).allSatisfy(event -> {
            assertThat(event.eventId()).isEqualTo("batch-revoked-all");
            assertThat(event.key()).isEqualTo("all");
            assertThat(event.value()).contains("\"type\":\"BATCH_REVOKED\"", "\"requestId\":\"all\"",
                    "\"certificates\":2").doesNotContain("uvci", "FRAUD", Events.DOCTOR.fiscalCode().value());
        });
    }

    @Test
    @DisplayName("a certificate whose fields were altered keeps no other of the batch from being revoked")
    void revokesTheOthersOfABatch() {
        bench.handle(EVENT);
        bench.handle(LATER);
        bench.store.spoil(uvci(1), damagedField());
        revocations.handle(all("all", Ground.FRAUD));
        assertThat(state(2)).isEqualTo(CertificateState.REVOKED_BEFORE_ISSUE);
        assertThat(ofBatches()).singleElement()
                .satisfies(event -> assertThat(event.value()).contains("\"certificates\":1"));
    }

    @Test
    @DisplayName("while a key is missing the batch is not called done, and comes again; the others are revoked already")
    void doesNotCallABatchDoneWhoseKeysAreMissing() {
        bench.handle(EVENT);
        bench.handle(LATER);
        bench.store.spoil(uvci(1), new SecretsException("The key is missing"));
        assertThatExceptionOfType(SecretsException.class)
                .isThrownBy(() -> revocations.handle(all("all", Ground.FRAUD)));
        assertThat(state(2)).isEqualTo(CertificateState.REVOKED_BEFORE_ISSUE);
        assertThat(ofBatches()).isEmpty();
    }

    @Test
    void countsInABatchOnlyWhatItRevoked() {
        bench.handle(EVENT);
        bench.handle(Events.exemption(2, "2022-01-10", "2022-01-20"));
        bench.clock.pin("2022-02-01T12:00:00Z");
        revocations.handle(all("all", Ground.CONDITION_ENDED));
        assertThat(state(1)).isEqualTo(CertificateState.REVOKED);
        assertThat(state(2)).isEqualTo(CertificateState.ISSUED);
        assertThat(revocations.said()).extracting(OutboxMessage::value)
                .anyMatch(event -> event.contains("\"certificates\":1"))
                .anyMatch(event -> event.contains("\"CONDITION_ENDED:1\""));
    }

    private static RevocationOrder all(String request, Ground ground) {
        return order(request, batch(EVENT.reportedAt(), EVENT.reportedAt().plusSeconds(1)), new Change.Revoke(ground));
    }

    @Test
    void tellsThatABatchIsRefusedAsAWholeWhereItsDoctorIsSuspended() {
        bench.handle(EVENT);
        bench.doctors.suspend(Events.DOCTOR.fiscalCode());
        revocations.handle(order("all", batch(EVENT.reportedAt(), EVENT.reportedAt().plusSeconds(1)),
                new Change.Revoke(Ground.FRAUD)));
        assertThat(state(1)).isEqualTo(CertificateState.ISSUED);
        assertThat(ofBatches()).singleElement().satisfies(event -> {
            assertThat(event.eventId()).isEqualTo("batch-refused-all");
            assertThat(event.value()).contains("\"REVOCATION_REFUSED\"", "\"requestId\":\"all\"", "\"NOT_ALLOWED\"")
                    .doesNotContain("uvci", "certificates");
        });
    }

    @Test
    @DisplayName("reliability B06: who revokes what is revoked already hears that it is done")
    void tellsTheSecondRequestThatItIsDone() {
        bench.handle(EVENT);
        revoke("r1", 1, Ground.FRAUD);
        revoke("r2", 1, Ground.FRAUD);
        assertThat(last(1, Topics.CERTIFICATE_EVENTS).value()).contains("\"REVOKED\"", "\"r2\"");
    }

    @Test
    @DisplayName("architecture D8: ENDED comes a day after the certificate's end")
    void saysThatARevokedCertificateHasEnded() {
        bench.handle(EVENT);
        revoke("r1", 1, Ground.FRAUD);
        bench.clock.pin("2022-07-01T21:59:59Z");
        revocations.tellOfEnded();
        assertThat(last(1, Topics.CERTIFICATE_EVENTS).value()).contains("\"REVOKED\"");
        bench.clock.pin("2022-07-01T22:00:00Z");
        revocations.tellOfEnded();
        revocations.tellOfEnded();
        assertThat(bench.store.pending(uvci(1))).extracting(OutboxMessage::eventId)
                .containsOnlyOnce("ended-2022-06-30-1/" + uvci(1).value());
    }

    @Test
    @DisplayName("what is revoked again after its ENDED leaves the list again, by an event with another id")
    void saysAgainThatWhatWasRevokedAgainHasEnded() {
        bench.handle(EVENT);
        revoke("r1", 1, Ground.POSITIVE_TEST);
        bench.clock.pin("2022-07-02T12:00:00Z");
        revocations.tellOfEnded();
        revoke("r2", 1, Ground.FRAUD);
        revocations.tellOfEnded();
        assertThat(bench.store.pending(uvci(1))).extracting(OutboxMessage::eventId)
                .filteredOn(id -> id.startsWith("ended-")).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("a certificate whose fields were altered keeps no other in the list for ever")
    void saysOfTheOthersThatTheyHaveEnded() {
        bench.handle(EVENT);
        bench.handle(Events.exemption(2, "2022-01-10", "2022-07-15"));
        revoke("r1", 1, Ground.FRAUD);
        revoke("r2", 2, Ground.FRAUD);
        bench.store.spoil(uvci(1), damagedField());
        bench.clock.pin("2022-07-20T12:00:00Z");
        revocations.tellOfEnded();
        assertThat(last(2, Topics.CERTIFICATE_EVENTS).value()).contains("\"ENDED\"");
        assertThat(last(1, Topics.CERTIFICATE_EVENTS).value()).doesNotContain("\"ENDED\"");
    }

    @Test
    @DisplayName("ENDED does not come while the certificate can still be shown, whatever end was foreseen")
    void doesNotEndWhatLastsLongerThanForeseen() {
        bench.handle(Events.exemption(1, "2022-01-10", null));
        revoke("r1", 1, Ground.FRAUD);
        bench.store.revisions().revise(bench.store.find(uvci(1)).orElseThrow(),
                new Revision(CertificateState.REVOKED, Set.of(Ground.FRAUD), "r2",
                        List.of()),
                LocalDate.of(2022, 2, 1));
        bench.clock.pin("2022-03-01T12:00:00Z");
        revocations.tellOfEnded();
        assertThat(bench.store.pending(uvci(1))).extracting(OutboxMessage::eventId)
                .noneMatch(id -> id.startsWith("ended-"));
    }

    private SecretsException damagedField() {
        byte[] moved = bench.secrets.fields().encrypt(new byte[1], "here");
        return catchThrowableOfType(DamagedFieldException.class,
                () -> bench.secrets.fields().decrypt(moved, "there"));
    }

    private List<OutboxMessage> ofBatches() {
        return revocations.said().stream().filter(message -> message.topic().equals(Topics.CERTIFICATE_EVENTS))
                .toList();
    }

    private static RevocationOrder.Batch batch(Instant from, Instant until) {
        return new RevocationOrder.Batch(Events.DOCTOR.fiscalCode(), from, until);
    }

    private void revoke(String request, int number, Ground ground) {
        revocations.handle(order(request, one(number), new Change.Revoke(ground)));
    }

    private void restore(String request, int number) {
        revocations.handle(order(request, one(number), new Change.Restore()));
    }

    private static RevocationOrder.One one(int number) {
        return new RevocationOrder.One(Optional.of(Events.cuev(number)), Optional.empty());
    }

    private static RevocationOrder order(String request, RevocationOrder.Target target, Change change) {
        return new RevocationOrder(request, target, change, Events.DOCTOR, EVENT.reportedAt());
    }

    private OutboxMessage last(int number, String topic) {
        return bench.store.pending(uvci(number)).stream().filter(message -> message.topic().equals(topic))
                .reduce((first, second) -> second).orElseThrow();
    }

    private CertificateState state(int number) {
        return bench.store.find(uvci(number)).orElseThrow().state();
    }

    private Uvci uvci(int number) {
        Cuev cuev = Events.cuev(number);
        return bench.secrets.codes().uvci(cuev, 0);
    }
}
