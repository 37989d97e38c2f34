package it.dgc.generation.issuance;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import it.dgc.common.messages.Topics;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.issuance.FailingRegistry.Crash;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.Intent;
import it.dgc.generation.registry.OutboxMessage;
import it.dgc.generation.signing.CheckedCertificate;
import it.dgc.generation.signing.DocumentSigner;
import it.dgc.generation.signing.SignerRing;
import it.dgc.generation.signing.Signers;
import it.dgc.generation.signing.SigningException;
import it.dgc.generation.signing.UsePeriod;
import it.dgc.generation.testing.Events;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("reliability P03, P08, P09: one exemption, one content, whatever crashes")
class ReplayTest {

    private static final EventToCertify EVENT = Events.exemption(1, "2022-01-10", "2022-06-30");

    @TempDir
    private Path directory;
    private Bench bench;

    @BeforeEach
    void open() {
        bench = Bench.at("2022-01-10T09:00:00Z", directory);
    }

    @ParameterizedTest
    @EnumSource(value = Crash.class, names = {"BEFORE_ADD", "AFTER_ADD", "BEFORE_ISSUE", "AFTER_ISSUE"})
    @DisplayName("a crash before or after the pin, after the signature or after the store, then the same again")
    void issuesExactlyOneCertificate(Crash crash) {
        bench.registry.failOnce(crash);
        assertThatExceptionOfType(FailingRegistry.StoreFailure.class).isThrownBy(() -> bench.handle(EVENT));
        bench.clock.advance(Duration.ofHours(5));
        bench.handle(EVENT);
        assertThat(bench.store.all()).singleElement().satisfies(entry -> {
            assertThat(entry.uvci()).isEqualTo(bench.secrets.codes().uvci(EVENT.cuev(), 0));
            assertThat(entry.state()).isEqualTo(CertificateState.ISSUED);
        });
        assertThat(bench.store.pending(bench.entry(1).uvci())).extracting(OutboxMessage::topic)
                .containsExactly(Topics.CERTIFICATE_EVENTS, Topics.AUDIT);
        assertThat(bench.signer.signed()).extracting(Bench::payload)
                .containsOnly(Bench.payload(bench.entry(1).qrText().orElseThrow()));
    }

    @Test
    @DisplayName("P09: what the signer saw was in the register before")
    void pinsBeforeItSigns() {
        bench.registry.failOnce(Crash.BEFORE_ADD);
        assertThatExceptionOfType(FailingRegistry.StoreFailure.class).isThrownBy(() -> bench.handle(EVENT));
        assertThat(bench.signer.signed()).isEmpty();
        bench.registry.failOnce(Crash.AFTER_ADD);
        assertThatExceptionOfType(FailingRegistry.StoreFailure.class).isThrownBy(() -> bench.handle(EVENT));
        assertThat(bench.signer.signed()).isEmpty();
        assertThat(bench.entry(1).state()).isEqualTo(CertificateState.PINNED);
    }

    @Test
    @DisplayName("the event that nobody could send after the crash waits for the sweep")
    void leavesTheEventToTheSweep() {
        bench.registry.failOnce(Crash.AFTER_ISSUE);
        assertThatExceptionOfType(FailingRegistry.StoreFailure.class).isThrownBy(() -> bench.handle(EVENT));
        assertThat(bench.relayed).isEmpty();
        bench.clock.advance(Duration.ofMinutes(1));
        assertThat(bench.store.lease(Duration.ofMinutes(1))).isPresent();
    }

    @Test
    @DisplayName("P03: if the store loses its tail, replay rebuilds the same UVCI and payload")
    void rebuildsWhatTheStoreLost() {
        bench.handle(EVENT);
        String citizens = bench.entry(1).qrText().orElseThrow();
        bench.clock.advance(Duration.ofDays(30));
        Bench restored = bench.withLostStore();
        restored.handle(EVENT);
        assertThat(restored.entry(1).uvci()).isEqualTo(bench.entry(1).uvci());
        assertThat(Bench.payload(restored.entry(1).qrText().orElseThrow())).isEqualTo(Bench.payload(citizens));
        assertThat(restored.certificate(1).kid()).isEqualTo(bench.certificate(1).kid());
    }

    @Test
    @DisplayName("P03: also what waited for its day when the store lost it")
    void rebuildsWhatWasDeferred() {
        bench.handle(Events.exemption(1, "2022-02-01", null));
        bench.clock.pin("2022-02-01T05:00:00Z");
        bench.deferred.issueDue();
        Bench restored = bench.withLostStore();
        restored.handle(Events.exemption(1, "2022-02-01", null));
        assertThat(Bench.payload(restored.entry(1).qrText().orElseThrow()))
                .isEqualTo(Bench.payload(bench.entry(1).qrText().orElseThrow()));
    }

    @Test
    @DisplayName("P02: also after retention has erased the fields, a repetition is known and a contradiction refused")
    void knowsARepetitionOfWhatWasErased() {
        bench.handle(EVENT);
        Uvci uvci = bench.entry(1).uvci();
        bench.store.erasures().erase(uvci, List.of());
        List<OutboxMessage> said = bench.store.pending(uvci);
        assertThat(bench.handle(EVENT)).isInstanceOf(GenerationOutcome.AlreadyHandled.class);
        assertThat(bench.handle(Events.bornOn(EVENT, "1971-02-03"))).isEqualTo(
                new GenerationOutcome.Rejected(Rejection.of(RejectionReason.CONFLICTING_DUPLICATE)));
        assertThat(bench.signer.signed()).hasSize(1);
        assertThat(bench.store.pending(uvci)).isEqualTo(said);
        assertThat(bench.entry(1).record()).isEmpty();
    }

    @Test
    @DisplayName("P08: a pinned certificate waits for its key, and is not signed with another")
    void waitsForTheKeyThatWasPinned() {
        pinOnly();
        CertificateIssuance elsewhere = issuance(Signers.ring(anotherSigner()));
        assertThatExceptionOfType(SigningException.class)
                .isThrownBy(() -> elsewhere.handle(EVENT)).withMessageEndingWith("is not configured");
        bench.handle(EVENT);
        assertThat(bench.certificate(1).kid()).isEqualTo(bench.signer.kid());
    }

    @Test
    @DisplayName("ADR 0019: what was pinned to a key that was withdrawn is signed with the key that is left, as any new one")
    void pinsAnewWhereTheKeyWasWithdrawn() {
        pinOnly();
        DocumentSigner other = anotherSigner();
        assertThat(withdrawing(other).handle(EVENT)).isEqualTo(new GenerationOutcome.Issued(bench.entry(1).uvci()));
        assertThat(bench.certificate(1).kid()).isEqualTo(other.kid());
        assertThat(bench.certificate(1).expiresAt()).isEqualTo(other.expiryOfCertificates());
        assertThat(bench.entry(1).intent().orElseThrow().kid()).isEqualTo(other.kid());
    }

    @ParameterizedTest
    @EnumSource(value = Crash.class, names = {"BEFORE_REPIN", "AFTER_REPIN", "BEFORE_ISSUE", "AFTER_ISSUE"})
    void pinsAnewOnceWhateverCrashes(Crash crash) {
        pinOnly();
        DocumentSigner other = anotherSigner();
        bench.registry.failOnce(crash);
        assertThatExceptionOfType(FailingRegistry.StoreFailure.class)
                .isThrownBy(() -> withdrawing(other).handle(EVENT));
        withdrawing(other).handle(EVENT);
        assertThat(bench.certificate(1).kid()).isEqualTo(other.kid());
        assertThat(bench.store.pending(bench.entry(1).uvci())).extracting(OutboxMessage::topic)
                .containsExactly(Topics.CERTIFICATE_EVENTS, Topics.AUDIT);
    }

    @Test
    @DisplayName("the withdrawal of a key changes nothing that was handed out, nor does the notification that comes again")
    void leavesWhatWasIssuedByAWithdrawnKey() {
        bench.handle(EVENT);
        String citizens = bench.entry(1).qrText().orElseThrow();
        assertThat(withdrawing(anotherSigner()).handle(EVENT))
                .isEqualTo(new GenerationOutcome.AlreadyHandled(bench.entry(1).uvci()));
        assertThat(bench.entry(1).qrText()).hasValue(citizens);
        assertThat(bench.entry(1).intent().orElseThrow().kid()).isEqualTo(bench.signer.kid());
    }

    @Test
    @DisplayName("an instance with the old settings stores nothing of the withdrawn key once another has pinned anew")
    void issuesAsItIsPinnedWhereAnotherPinnedAnewMeanwhile() {
        pinOnly();
        DocumentSigner other = anotherSigner();
        Intent anew = new Intent(other.kid(), CertificateComposer.PROFILE,
                bench.entry(1).intent().orElseThrow().issuedAt(), other.expiryOfCertificates());
        SignerRing old = Signers.ring(new OvertakenSigner(bench.signer, () -> bench.store
                .repin(bench.entry(1).uvci(), bench.entry(1).intent().orElseThrow(), anew)), other);
        assertThat(issuance(old).handle(EVENT)).isEqualTo(new GenerationOutcome.Issued(bench.entry(1).uvci()));
        assertThat(bench.certificate(1).kid()).isEqualTo(other.kid());
    }

    @Test
    void waitsWhereEveryKeyWasWithdrawn() {
        pinOnly();
        CertificateIssuance withoutKey = issuance(Signers.ring(Set.of(bench.signer.kid()), bench.signer));
        assertThatExceptionOfType(SigningException.class).isThrownBy(() -> withoutKey.handle(EVENT));
        assertThat(bench.entry(1).state()).isEqualTo(CertificateState.PINNED);
    }

    /** Does what others do while it signs. */
    private record OvertakenSigner(DocumentSigner signer, Runnable meanwhile) implements DocumentSigner {

        @Override
        public X509Certificate certificate() {
            return signer.certificate();
        }

        @Override
        public UsePeriod usePeriod() {
            return signer.usePeriod();
        }

        @Override
        public String sign(CheckedCertificate certificate) {
            meanwhile.run();
            return signer.sign(certificate);
        }
    }

    private void pinOnly() {
        bench.registry.failOnce(Crash.AFTER_ADD);
        assertThatExceptionOfType(FailingRegistry.StoreFailure.class).isThrownBy(() -> bench.handle(EVENT));
    }

    private static DocumentSigner anotherSigner() {
        return Signers.valid("2022-01-01T00:00:00Z", "2031-01-01T00:00:00Z");
    }

    private CertificateIssuance withdrawing(DocumentSigner left) {
        return issuance(Signers.ring(Set.of(bench.signer.kid()), bench.signer, left));
    }

    private CertificateIssuance issuance(SignerRing signers) {
        return new CertificateIssuance(bench.registry, bench.store.revisions(), bench.secrets, signers, bench.relay,
                bench.doctors, bench.batches, bench.clock);
    }

    @Test
    void givesEachExemptionItsOwnIdentifier() {
        IntStream.rangeClosed(1, 50).forEach(number -> bench.handle(Events.exemption(number, "2022-01-10", null)));
        Set<Uvci> identifiers = bench.store.all().stream().map(entry -> entry.uvci()).collect(Collectors.toSet());
        assertThat(identifiers).hasSize(50);
    }
}
