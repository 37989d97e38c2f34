package it.dgc.generation.issuance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import it.dgc.common.messages.Topics;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.issuance.FailingRegistry.Crash;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.OutboxMessage;
import it.dgc.generation.signing.Signers;
import it.dgc.generation.signing.SigningException;
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
        bench.registry.failOnce(Crash.AFTER_ADD);
        assertThatExceptionOfType(FailingRegistry.StoreFailure.class).isThrownBy(() -> bench.handle(EVENT));
        CertificateIssuance elsewhere = new CertificateIssuance(bench.store, bench.store.revisions(), bench.secrets,
                Signers.ring(Signers.valid("2022-01-01T00:00:00Z", "2031-01-01T00:00:00Z")), bench.relay,
                IssuancePolicy.all(bench.doctors), bench.batches, bench.clock);
        assertThatExceptionOfType(SigningException.class)
                .isThrownBy(() -> elsewhere.handle(EVENT)).withMessageEndingWith("is not configured");
        bench.handle(EVENT);
        assertThat(bench.certificate(1).kid()).isEqualTo(bench.signer.kid());
    }

    @Test
    void givesEachExemptionItsOwnIdentifier() {
        IntStream.rangeClosed(1, 50).forEach(number -> bench.handle(Events.exemption(number, "2022-01-10", null)));
        Set<Uvci> identifiers = bench.store.all().stream().map(entry -> entry.uvci()).collect(Collectors.toSet());
        assertThat(identifiers).hasSize(50);
    }
}
