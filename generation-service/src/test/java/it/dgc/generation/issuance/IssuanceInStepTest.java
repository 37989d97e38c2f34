package it.dgc.generation.issuance;

import java.nio.file.Path;
import java.security.ProviderException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import it.dgc.common.codes.Cuev;
import it.dgc.common.hcert.HcertDecoder;
import it.dgc.common.hcert.HcertReading;
import it.dgc.common.hcert.SignerKey;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.common.person.PersonName;
import it.dgc.generation.issuance.FailingRegistry.Crash;
import it.dgc.generation.issuance.GenerationOutcome.Issued;
import it.dgc.generation.issuance.GenerationOutcome.Refused;
import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.Ground;
import it.dgc.generation.registry.RevokedBatch;
import it.dgc.generation.registry.RevokedBatches;
import it.dgc.generation.signing.CheckedCertificate;
import it.dgc.generation.signing.DocumentSigner;
import it.dgc.generation.signing.Signers;
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

@DisplayName("ADR 0023: many notifications are issued in step, and each as if it had come alone")
class IssuanceInStepTest {

    private static final String NOW = "2022-01-10T09:00:00Z";

    @TempDir
    private Path directory;
    private Bench bench;

    @BeforeEach
    void open() {
        bench = Bench.at(NOW, directory);
    }

    @Test
    void issuesACertificateOfEachThatVerifiersAccept() {
        List<EventToCertify> events = IntStream.range(0, 10).mapToObj(IssuanceInStepTest::event).toList();
        assertThat(bench.inStep.handle(events)).containsOnlyKeys(events.stream().map(EventToCertify::cuev).toList())
                .allSatisfy((cuev, outcome) -> assertThat(outcome)
                        .isEqualTo(new Issued(bench.secrets.codes().uvci(cuev, 0))));
        HcertDecoder verifier = new HcertDecoder(kid -> List.of(SignerKey.of(bench.signer.certificate())));
        Set<String> texts = new HashSet<>();
        bench.store.all().forEach(entry -> {
            texts.add(entry.qrText().orElseThrow());
            assertThat(verifier.read(entry.qrText().orElseThrow(), bench.clock.instant()))
                    .isInstanceOf(HcertReading.Accepted.class);
        });
        assertThat(texts).hasSize(10);
    }

    @Test
    @DisplayName("architecture D2: payload, events and entry are those that it would have got alone")
    void givesWhatEachWouldHaveGotAlone() {
        Bench alone = bench.withLostStore();
        alone.handle(event(1));
        bench.inStep.handle(List.of(event(0), event(1), event(2)));
        CertificateEntry inStep = bench.entry(1);
        assertThat(Bench.payload(inStep.qrText().orElseThrow()))
                .isEqualTo(Bench.payload(alone.entry(1).qrText().orElseThrow()));
        assertThat(inStep.intent()).isEqualTo(alone.entry(1).intent());
        assertThat(inStep.record()).isEqualTo(alone.entry(1).record());
        assertThat(bench.store.channels(inStep.uvci())).isEqualTo(alone.store.channels(inStep.uvci()));
        assertThat(bench.store.pending(inStep.uvci())).isEqualTo(alone.store.pending(inStep.uvci()));
        assertThat(bench.relayed).hasSize(3);
    }

    @Test
    void leavesWhatIsNotOnTheCommonRoadToBeHandledByItself() {
        bench.handle(event(1));
        EventToCertify notYet = Events.exemption(2, "2022-02-01", "2022-06-30");
        EventToCertify past = Events.exemption(3, "2021-12-01", "2022-01-09");
        EventToCertify early = Events.reportedAt(event(4), bench.clock.instant().plus(Duration.ofHours(1)));
        EventToCertify unmappable = Events.withHolder(event(5), new Holder(Events.HOLDER.fiscalCode(),
                new PersonName("山田"), Events.HOLDER.givenName(), Events.HOLDER.birthDate()));
        Map<Cuev, GenerationOutcome> outcomes = bench.inStep
                .handle(List.of(event(1), notYet, past, early, unmappable, event(6)));
        assertThat(outcomes).containsOnlyKeys(event(6).cuev());
        assertThat(bench.store.all()).hasSize(2);
    }

    @Test
    void leavesThoseOfASuspendedDoctor() {
        bench.doctors.suspend(Events.DOCTOR.fiscalCode());
        assertThat(bench.inStep.handle(List.of(event(1), event(2)))).isEmpty();
        assertThat(bench.store.all()).isEmpty();
    }

    @Test
    void leavesThoseThatWereRevokedInABatchBefore() {
        bench.batches.keep(Events.DOCTOR.fiscalCode(), batch());
        assertThat(bench.inStep.handle(List.of(event(1), event(2)))).isEmpty();
        assertThat(bench.store.all()).isEmpty();
    }

    @Test
    @DisplayName("a batch that is revoked while its certificates are entered finds them: none is signed")
    void signsNothingOfABatchThatIsRevokedMeanwhile() {
        IssuanceInStep meanwhile = new IssuanceInStep(bench.issuance, bench.registry, Signers.ring(bench.signer),
                bench.relay, bench.doctors, new Meanwhile());
        assertThat(meanwhile.handle(List.of(event(1), event(2))).values())
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Refused.class)).hasSize(2);
        assertThat(bench.store.all()).extracting(CertificateEntry::state).containsOnly(CertificateState.REFUSED);
        assertThat(bench.signer.signed()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Crash.class, names = {"BEFORE_ADD", "AFTER_ADD", "BEFORE_ISSUE", "AFTER_ISSUE"})
    @DisplayName("reliability P01: where the store fails in between, all are finished when they come again, each once")
    void losesNothingWhereTheStoreFails(Crash crash) {
        List<EventToCertify> events = IntStream.range(0, 5).mapToObj(IssuanceInStepTest::event).toList();
        bench.registry.failOnce(crash);
        assertThatExceptionOfType(FailingRegistry.StoreFailure.class).isThrownBy(() -> bench.inStep.handle(events));
        Map<Cuev, GenerationOutcome> again = bench.inStep.handle(events);
        events.stream().filter(event -> !again.containsKey(event.cuev())).forEach(bench::handle);
        assertThat(bench.store.all()).hasSize(5).extracting(CertificateEntry::state)
                .containsOnly(CertificateState.ISSUED);
        assertThat(bench.store.all()).allSatisfy(entry -> assertThat(bench.store.pending(entry.uvci())).hasSize(2));
    }

    @Test
    @DisplayName("one that cannot be signed now keeps no other waiting, and is finished by itself as it was pinned")
    void leavesWhatCannotBeSigned() {
        Bench stubborn = Bench.at(NOW, directory, new Reluctant());
        Map<Cuev, GenerationOutcome> outcomes = stubborn.inStep.handle(List.of(event(1), event(2), event(3)));
        assertThat(outcomes).hasSize(2);
        List<EventToCertify> left = IntStream.rangeClosed(1, 3).mapToObj(IssuanceInStepTest::event)
                .filter(event -> !outcomes.containsKey(event.cuev())).toList();
        assertThat(left).singleElement().satisfies(event -> {
            assertThat(stubborn.store.find(event.cuev()).orElseThrow().state()).isEqualTo(CertificateState.PINNED);
            assertThat(stubborn.handle(event)).isInstanceOf(Issued.class);
        });
    }

    @Test
    void doesNothingForNothing() {
        assertThat(bench.inStep.handle(List.of())).isEmpty();
    }

    private static EventToCertify event(int number) {
        return Events.exemption(number, "2022-01-10", "2022-06-30");
    }

    private static RevokedBatch batch() {
        return new RevokedBatch("request", Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"),
                Ground.CONDITION_ENDED);
    }

    /** Cannot sign the second certificate, once. */
    private static final class Reluctant implements DocumentSigner {

        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public X509Certificate certificate() {
            return Bench.SIGNER.certificate();
        }

        @Override
        public UsePeriod usePeriod() {
            return Bench.SIGNER.usePeriod();
        }

        @Override
        public String sign(CheckedCertificate certificate) {
            if (asked.incrementAndGet() == 2) {
                throw new ProviderException("The token is away");
            }
            return Bench.SIGNER.sign(certificate);
        }
    }

    /** Keeps a batch right after somebody has looked for it. */
    private final class Meanwhile implements RevokedBatches {

        @Override
        public void keep(CodiceFiscale doctor, RevokedBatch batch) {
            bench.batches.keep(doctor, batch);
        }

        @Override
        public List<List<String>> covering(List<Receipt> receipts) {
            List<List<String>> before = bench.batches.covering(receipts);
            keep(Events.DOCTOR.fiscalCode(), batch());
            return before;
        }
    }
}
