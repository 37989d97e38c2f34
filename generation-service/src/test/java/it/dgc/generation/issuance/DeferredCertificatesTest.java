package it.dgc.generation.issuance;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import it.dgc.common.messages.Topics;
import it.dgc.generation.issuance.FailingRegistry.Crash;
import it.dgc.generation.issuance.GenerationOutcome.AlreadyHandled;
import it.dgc.generation.issuance.GenerationOutcome.Deferred;
import it.dgc.generation.issuance.GenerationOutcome.Issued;
import it.dgc.generation.issuance.GenerationOutcome.Refused;
import it.dgc.generation.issuance.GenerationOutcome.Rejected;
import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.CertificateRegistry;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.DueCertificate;
import it.dgc.generation.registry.OutboxMessage;
import it.dgc.generation.testing.Events;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("architecture D6: a future start waits and is issued at that midnight in Rome, also after downtime")
class DeferredCertificatesTest {

    private static final Instant LONG_BEFORE = Instant.parse("2022-01-01T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2022-01-31T23:00:00Z");
    private static final EventToCertify EVENT = Events.exemption(1, "2022-02-01", "2022-02-02");

    @TempDir
    private Path directory;

    private Bench bench() {
        return Bench.at(LONG_BEFORE.toString(), directory);
    }

    @ParameterizedTest
    @CsvSource({"2022-02-01,2022-01-31T23:00:00Z", "2022-03-27,2022-03-26T23:00:00Z", "2022-03-28,2022-03-27T22:00:00Z",
            "2022-10-30,2022-10-29T22:00:00Z", "2022-10-31,2022-10-30T23:00:00Z", "2024-02-29,2024-02-28T23:00:00Z",
            "2023-01-01,2022-12-31T23:00:00Z"})
    @DisplayName("not a second before midnight; both clock changes; 29 February")
    void issuesAtMidnightInRome(String firstDay, Instant midnight) {
        Bench bench = bench();
        assertThat(bench.handle(Events.exemption(1, firstDay, null)))
                .isEqualTo(new Deferred(bench.entry(1).uvci(), LocalDate.parse(firstDay)));
        bench.clock.pin(midnight.minusMillis(1));
        bench.deferred.issueDue();
        assertThat(bench.signer.signed()).isEmpty();
        bench.clock.pin(midnight);
        bench.deferred.issueDue();
        assertThat(bench.entry(1).state()).isEqualTo(CertificateState.ISSUED);
        assertThat(bench.certificate(1).issuedAt()).isEqualTo(midnight);
        assertThat(bench.relayed).hasSize(1);
    }

    @Test
    void issuesOnceHoweverOftenItLooks() {
        Bench bench = deferred();
        bench.clock.pin(MIDNIGHT);
        bench.deferred.issueDue();
        bench.deferred.issueDue();
        assertThat(bench.signer.signed()).hasSize(1);
        assertThat(bench.store.due(LocalDate.of(2022, 2, 1), 10)).isEmpty();
    }

    @Test
    void issuesAfterDowntimeWhatIsStillValid() {
        Bench bench = deferred();
        bench.clock.pin("2022-02-02T22:59:59Z");
        bench.deferred.issueDue();
        assertThat(bench.entry(1).state()).isEqualTo(CertificateState.ISSUED);
        assertThat(bench.certificate(1).issuedAt()).as("iat is of the record, not of the day").isEqualTo(MIDNIGHT);
    }

    @Test
    void refusesAfterDowntimeWhatHasEnded() {
        Bench bench = deferred();
        bench.clock.pin("2022-02-02T23:00:00Z");
        bench.deferred.issueDue();
        assertThat(bench.entry(1).state()).isEqualTo(CertificateState.REFUSED);
        assertThat(bench.entry(1).refusal()).hasValue("VALIDITY_ENDED");
        assertThat(bench.signer.signed()).isEmpty();
        assertThat(bench.store.due(LocalDate.of(2022, 3, 1), 10)).isEmpty();
    }

    @Test
    void tellsTheAuditorWhatWasRefusedAfterItHadWaited() {
        Bench bench = deferred();
        bench.clock.pin("2022-02-02T23:00:00Z");
        bench.deferred.issueDue();
        assertThat(bench.store.pending(bench.entry(1).uvci())).singleElement()
                .satisfies(event -> assertThat(event.value()).contains("\"REFUSED\"", "\"VALIDITY_ENDED\""));
    }

    @Test
    @DisplayName("a doctor who was suspended while it waited certifies nothing any more")
    void refusesOnItsDayWhatASuspendedDoctorCertified() {
        Bench bench = deferred();
        bench.doctors.suspend(Events.DOCTOR.fiscalCode());
        bench.clock.pin(MIDNIGHT);
        bench.deferred.issueDue();
        assertThat(bench.entry(1).state()).isEqualTo(CertificateState.REFUSED);
        assertThat(bench.entry(1).refusal()).hasValue("DOCTOR_SUSPENDED");
        assertThat(bench.signer.signed()).isEmpty();
    }

    @Test
    @DisplayName("reliability P23: what was refused and has no last day is erased some time after its refusal")
    void foreseesTheErasureOfWhatIsRefused() {
        Bench bench = bench();
        bench.handle(Events.exemption(1, "2022-02-01", null));
        bench.doctors.suspend(Events.DOCTOR.fiscalCode());
        bench.clock.pin(MIDNIGHT);
        bench.deferred.issueDue();
        assertThat(bench.store.erasures().ended(LocalDate.of(2022, 2, 1), 10))
                .containsExactly(new DueCertificate(LocalDate.of(2022, 2, 1), bench.entry(1).uvci()));
    }

    @Test
    void staysDeferredWhenItIsNotifiedAgain() {
        Bench bench = deferred();
        assertThat(bench.handle(EVENT)).isInstanceOf(Deferred.class);
        assertThat(bench.store.all()).hasSize(1);
        assertThat(bench.signer.signed()).isEmpty();
    }

    @Test
    void isIssuedByANotificationThatComesAgainWhenItIsDue() {
        Bench bench = deferred();
        bench.clock.pin(MIDNIGHT);
        assertThat(bench.handle(EVENT)).isInstanceOf(Issued.class);
        bench.deferred.issueDue();
        assertThat(bench.handle(EVENT)).isInstanceOf(AlreadyHandled.class);
        assertThat(bench.signer.signed()).hasSize(1);
    }

    @Test
    void isRefusedByANotificationThatComesAgainTooLate() {
        Bench bench = deferred();
        bench.clock.pin("2022-02-03T12:00:00Z");
        assertThat(bench.handle(EVENT))
                .isEqualTo(new Refused(bench.entry(1).uvci(), RejectionReason.VALIDITY_ENDED));
    }

    @Test
    void rejectsOtherContentWhileItWaits() {
        Bench bench = deferred();
        assertThat(bench.handle(Events.exemption(1, "2022-02-01", "2022-02-03")))
                .isEqualTo(new Rejected(Rejection.of(RejectionReason.CONFLICTING_DUPLICATE)));
    }

    @ParameterizedTest
    @EnumSource(value = Crash.class, names = {"BEFORE_PIN", "AFTER_PIN", "BEFORE_ISSUE", "AFTER_ISSUE",
            "BEFORE_SETTLED",
            "AFTER_SETTLED"})
    void issuesOnceWhateverCrashesOnTheWay(Crash crash) {
        Bench bench = deferred();
        bench.clock.pin(MIDNIGHT);
        bench.registry.failOnce(crash);
        bench.deferred.issueDue();
        assertThat(bench.registry.isToFail()).as("the crash came").isFalse();
        bench.clock.advance(Duration.ofHours(1));
        bench.deferred.issueDue();
        assertThat(bench.entry(1).state()).isEqualTo(CertificateState.ISSUED);
        assertThat(bench.certificate(1).issuedAt()).isEqualTo(MIDNIGHT);
        assertThat(bench.store.pending(bench.entry(1).uvci())).extracting(OutboxMessage::topic)
                .containsExactly(Topics.CERTIFICATE_EVENTS, Topics.AUDIT);
        assertThat(bench.store.due(LocalDate.of(2022, 2, 1), 10)).isEmpty();
    }

    @Test
    @DisplayName("one that breaks a rule of the checker on its day is refused with the rule, and keeps no other waiting")
    void refusesTheOneThatCannotBeSignedAndIssuesTheOthers() {
        Bench bench = bench();
        bench.handle(Events.bornOn(Events.exemption(1, "2022-01-31", null), "1899-12-31"));
        bench.handle(Events.exemption(2, "2022-02-01", null));
        bench.handle(Events.exemption(3, "2022-02-01", null));
        bench.clock.pin(MIDNIGHT);
        bench.deferred.issueDue();
        assertThat(bench.entry(1).qrText()).isEmpty();
        assertThat(bench.entry(2).state()).isEqualTo(CertificateState.ISSUED);
        assertThat(bench.entry(3).state()).isEqualTo(CertificateState.ISSUED);
        assertThat(bench.entry(1).state()).isEqualTo(CertificateState.REFUSED);
        assertThat(bench.entry(1).refusal()).contains("LINT_FAILED:BIRTH_DATE");
        assertThat(bench.store.due(LocalDate.of(2022, 2, 1), 10)).isEmpty();
    }

    @Test
    @DisplayName("one that another instance pinned before it died stays due, also for an instance that saw it deferred")
    void finishesWhatAnotherInstanceBegan() {
        Bench bench = deferred();
        bench.clock.pin(MIDNIGHT);
        CertificateEntry seenBefore = bench.entry(1);
        bench.registry.failOnce(FailingRegistry.Crash.AFTER_PIN);
        bench.deferred.issueDue();
        new DeferredCertificates(showingFirst(seenBefore, bench.store), bench.issuance, bench.clock).issueDue();
        assertThat(bench.entry(1).state()).isEqualTo(CertificateState.PINNED);
        assertThat(bench.store.due(LocalDate.of(2022, 2, 1), 10)).hasSize(1);
        bench.deferred.issueDue();
        assertThat(bench.entry(1).state()).isEqualTo(CertificateState.ISSUED);
        assertThat(bench.store.due(LocalDate.of(2022, 2, 1), 10)).isEmpty();
    }

    /** @return the register as an instance sees it whose first look was a moment too early */
    private static CertificateRegistry showingFirst(CertificateEntry stale, CertificateRegistry registry) {
        AtomicBoolean shown = new AtomicBoolean();
        return (CertificateRegistry) Proxy.newProxyInstance(CertificateRegistry.class.getClassLoader(),
                new Class<?>[]{CertificateRegistry.class},
                (proxy, method, arguments) -> method.getName().equals("find") && shown.compareAndSet(false, true)
                        ? Optional.of(stale)
                        : method.invoke(registry, arguments));
    }

    private Bench deferred() {
        Bench bench = bench();
        assertThat(bench.handle(EVENT)).isInstanceOf(Deferred.class);
        return bench;
    }
}
