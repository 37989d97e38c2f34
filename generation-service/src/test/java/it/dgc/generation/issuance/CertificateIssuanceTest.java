package it.dgc.generation.issuance;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import it.dgc.common.exemption.Exemption;
import it.dgc.common.exemption.ExemptionReading;
import it.dgc.common.hcert.HcertDecoder;
import it.dgc.common.hcert.HcertReading;
import it.dgc.common.hcert.SignerKey;
import it.dgc.common.messages.Topics;
import it.dgc.common.person.PersonName;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.issuance.GenerationOutcome.AlreadyHandled;
import it.dgc.generation.issuance.GenerationOutcome.Issued;
import it.dgc.generation.issuance.GenerationOutcome.Refused;
import it.dgc.generation.issuance.GenerationOutcome.Rejected;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.Channel;
import it.dgc.generation.registry.OutboxMessage;
import it.dgc.generation.testing.Events;
import it.dgc.generation.testing.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Allegato B, chapter 1: a notified exemption becomes a certificate, once")
class CertificateIssuanceTest {

    private static final EventToCertify EVENT = Events.exemption(1, "2022-01-10", "2022-06-30");

    @TempDir
    private Path directory;
    private Bench bench;

    @BeforeEach
    void open() {
        bench = Bench.at("2022-01-10T09:00:00Z", directory);
    }

    private Uvci uvci() {
        return bench.secrets.codes().uvci(EVENT.cuev(), 0);
    }

    @Test
    void issuesACertificateThatVerifiersAccept() {
        assertThat(bench.handle(EVENT)).isEqualTo(new Issued(uvci()));
        HcertReading reading = new HcertDecoder(kid -> List.of(SignerKey.of(bench.signer.certificate())))
                .read(bench.entry(1).qrText().orElseThrow(), bench.clock.instant());
        assertThat(reading).isInstanceOf(HcertReading.Accepted.class);
    }

    @Test
    @DisplayName("architecture D1: the certificate says what was notified")
    void statesWhatWasNotified() {
        bench.handle(EVENT);
        Exemption exemption = ((ExemptionReading.Read) Exemption.fromDcc(bench.certificate(1).dcc())).exemption();
        assertThat(exemption.name().familyName()).isEqualTo("Sintetica");
        assertThat(exemption.name().standardGivenName()).isEqualTo("MARIA");
        assertThat(exemption.birthDate()).isEqualTo("1980-01-01");
        assertThat(exemption.entry().doctor()).isEqualTo(Events.DOCTOR.fiscalCode().value());
        assertThat(exemption.entry().validFrom()).isEqualTo("2022-01-10");
        assertThat(exemption.entry().validUntil()).hasValue(LocalDate.of(2022, 6, 30));
        assertThat(exemption.entry().uvci()).isEqualTo(uvci().value());
        assertThat(exemption.entry().cuev()).isEqualTo(EVENT.cuev().prefixed());
    }

    @Test
    @DisplayName("architecture D1: du is present exactly when Sistema TS gave an end date")
    void inventsNoEnd() {
        bench.handle(Events.exemption(1, "2022-01-10", null));
        assertThat((List<?>) bench.certificate(1).dcc().get("e")).first()
                .isInstanceOfSatisfying(Map.class, entry -> assertThat(entry.containsKey("du")).isFalse());
    }

    @Test
    void tellsTheOthersOnceItIsStored() {
        bench.handle(EVENT);
        assertThat(bench.relayed).singleElement().satisfies(lease -> assertThat(lease.uvci()).isEqualTo(uvci()));
        assertThat(bench.store.pending(uvci())).first().satisfies(event -> {
            assertThat(event.topic()).isEqualTo(Topics.CERTIFICATE_EVENTS);
            assertThat(event.key()).isEqualTo(uvci().value());
            assertThat(event.value()).contains("\"ISSUED\"", "2022-01-10T09:00:00Z");
        });
    }

    @Test
    @DisplayName("reliability P09: each issue has one audit event; its actor is role and keyed hash of the doctor's code")
    void tellsTheAuditorWhatWasIssuedOnWhoseWord() {
        bench.handle(EVENT);
        assertThat(bench.store.pending(uvci())).filteredOn(event -> event.topic().equals(Topics.AUDIT)).singleElement()
                .satisfies(event -> assertThat(event.value()).contains("\"ISSUED\"", uvci().value(), "\"MMG\"",
                        HexFormat.of().formatHex(bench.secrets.index().of(Events.DOCTOR.fiscalCode()))));
    }

    @Test
    void tellsTheAuditorWhatWasRefusedAndWhy() {
        bench.handle(Events.exemption(1, "2021-12-01", "2022-01-09"));
        assertThat(bench.store.pending(uvci())).singleElement().satisfies(event -> {
            assertThat(event.topic()).isEqualTo(Topics.AUDIT);
            assertThat(event.value()).contains("\"REFUSED\"", "\"VALIDITY_ENDED\"", "\"MMG\"");
        });
    }

    @Test
    void hasTheHolderToldByEveryChannelThatWasGiven() {
        bench.handle(EVENT);
        assertThat(bench.store.channels(uvci())).isEqualTo(EVENT.contact().channels());
        assertThat(
                new Contact(Optional.of("a@example.org"), Optional.of("+393331234567")).channels())
                .containsExactlyInAnyOrder(Channel.EMAIL, Channel.SMS);
        assertThat(Contact.NONE.channels()).isEmpty();
    }

    @Test
    @DisplayName("certificate events carry no personal data and no validity dates")
    void tellsTheOthersNothingPersonal() {
        bench.handle(EVENT);
        assertThat(bench.store.pending(uvci())).extracting(OutboxMessage::value).allSatisfy(value -> assertThat(value)
                .doesNotContain(Events.personalTexts(EVENT)).doesNotContain("2022-06-30", "validFrom", "HC1:"));
    }

    @Test
    void signsNothingForARepetition() {
        bench.handle(EVENT);
        assertThat(bench.handle(EVENT)).isEqualTo(new AlreadyHandled(uvci()));
        assertThat(bench.signer.signed()).hasSize(1);
        assertThat(bench.relayed).hasSize(1);
    }

    @Test
    void rejectsOtherContentUnderTheSameCode() {
        bench.handle(EVENT);
        String issued = bench.entry(1).qrText().orElseThrow();
        assertThat(bench.handle(Events.exemption(1, "2022-01-10", "2022-07-31")))
                .isEqualTo(rejected(RejectionReason.CONFLICTING_DUPLICATE));
        assertThat(bench.entry(1).qrText()).hasValue(issued);
        assertThat(bench.signer.signed()).hasSize(1);
    }

    @Test
    void issuesOneCertificateWhereManyTryAtOnce() throws InterruptedException, ExecutionException {
        List<GenerationOutcome> outcomes = Together.run(8, () -> bench.handle(EVENT));
        assertThat(outcomes).containsOnlyOnce(new Issued(uvci())).allMatch(
                outcome -> outcome.equals(new Issued(uvci())) || outcome.equals(new AlreadyHandled(uvci())));
        assertThat(bench.store.all()).hasSize(1);
        assertThat(bench.relayed).hasSize(1);
        assertThat(bench.signer.signed()).as("whoever signed too has signed the same")
                .extracting(Bench::payload).containsOnly(Bench.payload(bench.entry(1).qrText().orElseThrow()));
    }

    @Test
    @DisplayName("architecture D6: an expired one is recorded as refused")
    void recordsAnEndedOneAsRefused() {
        assertThat(bench.handle(Events.exemption(1, "2021-12-01", "2022-01-09")))
                .isEqualTo(new Refused(uvci(), RejectionReason.VALIDITY_ENDED));
        assertThat(bench.entry(1).state()).isEqualTo(CertificateState.REFUSED);
        assertThat(bench.entry(1).refusal()).hasValue("VALIDITY_ENDED");
        assertThat(bench.signer.signed()).isEmpty();
    }

    @Test
    void staysRefusedWhenItIsNotifiedAgain() {
        bench.handle(Events.exemption(1, "2021-12-01", "2022-01-09"));
        assertThat(bench.handle(Events.exemption(1, "2021-12-01", "2022-01-09")))
                .isEqualTo(new AlreadyHandled(uvci()));
    }

    @Test
    void rejectsANameThatCannotBeTransliterated() {
        Holder holder = new Holder(EVENT.holder().fiscalCode(), new PersonName("山田"), EVENT.holder().givenName(),
                EVENT.holder().birthDate());
        assertThat(bench.handle(Events.withHolder(EVENT, holder)))
                .isEqualTo(rejected(RejectionReason.NAME_WITHOUT_TRANSLITERATION));
        assertNothingEntered();
    }

    @Test
    @DisplayName("reliability P10: nothing leaves unlinted, and the reason is exact")
    void rejectsWhatTheCheckerRefuses() {
        assertThat(bench.handle(Events.bornOn(EVENT, "1899-12-31"))).isEqualTo(
                new Rejected(new Rejection(RejectionReason.LINT_FAILED, "BIRTH_DATE")));
        assertNothingEntered();
    }

    @Test
    void takesAMendedNotificationAfterARejectedOne() {
        bench.handle(Events.bornOn(EVENT, "1899-12-31"));
        assertThat(bench.handle(EVENT)).isEqualTo(new Issued(uvci()));
    }

    private void assertNothingEntered() {
        assertThat(bench.store.all()).isEmpty();
        assertThat(bench.signer.signed()).isEmpty();
        assertThat(bench.relayed).isEmpty();
    }

    private static Rejected rejected(RejectionReason reason) {
        return new Rejected(Rejection.of(reason));
    }
}
