package it.dgc.generation.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import it.dgc.common.hcert.KeyId;
import it.dgc.generation.testing.Events;
import it.dgc.generation.testing.Together;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every register of certificates keeps. */
public interface CertificateRegistryContract {

    int THREADS = 8;

    CertificateRegistry registry();

    @Test
    default void findsNothingThatWasNotEntered() {
        assertThat(registry().find(Events.cuev(1))).isEmpty();
        assertThat(registry().find(Entries.uvci(1))).isEmpty();
    }

    @Test
    default void findsAPinnedCertificateByBothCodes() {
        assertThat(registry().add(Entries.entry(1, Entries.PINNED))).isTrue();
        CertificateEntry found = registry().find(Events.cuev(1)).orElseThrow();
        assertThat(found).isEqualTo(registry().find(Entries.uvci(1)).orElseThrow());
        assertThat(found.uvci()).isEqualTo(Entries.uvci(1));
        assertThat(found.state()).isEqualTo(CertificateState.PINNED);
        assertThat(found.record()).hasValue(Entries.record(1));
        assertThat(found.intent()).hasValue(Entries.INTENT);
        assertThat(found.qrText()).isEmpty();
        assertThat(found.refusal()).isEmpty();
    }

    @Test
    default void entersADeferredCertificateWithoutASigner() {
        registry().add(Entries.entry(1, Entries.DEFERRED));
        CertificateEntry found = registry().find(Entries.uvci(1)).orElseThrow();
        assertThat(found.state()).isEqualTo(CertificateState.DEFERRED);
        assertThat(found.intent()).isEmpty();
    }

    @Test
    default void entersARefusedCertificateWithItsReason() {
        registry().add(Entries.entry(1, Entries.REFUSED));
        CertificateEntry found = registry().find(Entries.uvci(1)).orElseThrow();
        assertThat(found.state()).isEqualTo(CertificateState.REFUSED);
        assertThat(found.refusal()).hasValue("VALIDITY_ENDED");
    }

    @Test
    default void entersManyAndTellsWhichWereThere() {
        registry().add(Entries.entry(2, Entries.DEFERRED));
        assertThat(registry().addAll(List.of(Entries.entry(1, Entries.PINNED), Entries.entry(2, Entries.PINNED),
                Entries.entry(3, Entries.REFUSED)))).containsExactly(true, false, true);
        assertThat(registry().findAll(List.of(Events.cuev(3), Events.cuev(4), Events.cuev(2), Events.cuev(1))))
                .extracting(found -> found.map(CertificateEntry::state).orElse(null))
                .containsExactly(CertificateState.REFUSED, null, CertificateState.DEFERRED, CertificateState.PINNED);
        assertThat(registry().addAll(List.of())).isEmpty();
        assertThat(registry().findAll(List.of())).isEmpty();
    }

    @Test
    default void issuesManyEachWithItsOwnText() {
        registry().addAll(List.of(Entries.entry(1, Entries.PINNED), Entries.entry(2, Entries.PINNED)));
        assertThat(registry().issueAll(List.of(signed(1, "HC1:ONE"), signed(2, "HC1:TWO"))))
                .extracting(lease -> lease.orElseThrow().uvci())
                .containsExactly(Entries.uvci(1), Entries.uvci(2));
        assertThat(registry().find(Entries.uvci(1)).orElseThrow().qrText()).hasValue("HC1:ONE");
        assertThat(registry().find(Entries.uvci(2)).orElseThrow().qrText()).hasValue("HC1:TWO");
        assertThat(registry().issueAll(List.of())).isEmpty();
    }

    @Test
    default void changesNoTextOfOneThatIsIssuedAmongMany() {
        registry().addAll(List.of(Entries.entry(1, Entries.PINNED), Entries.entry(2, Entries.PINNED)));
        registry().issueAll(List.of(signed(1, "HC1:ONE")));
        assertThat(registry().issueAll(List.of(signed(1, "HC1:OTHER"), signed(2, "HC1:TWO"))).getFirst()).isEmpty();
        assertThat(registry().find(Entries.uvci(1)).orElseThrow().qrText()).hasValue("HC1:ONE");
        assertThat(registry().find(Entries.uvci(2)).orElseThrow().qrText()).hasValue("HC1:TWO");
    }

    private static SignedCertificate signed(int number, String text) {
        return new SignedCertificate(Entries.uvci(number), new Signed(Entries.INTENT, text), Set.of(),
                List.of(Entries.event(number)));
    }

    @Test
    default void withdrawsWhatIsPinnedAndNothingElse() {
        registry().add(Entries.entry(1, Entries.PINNED));
        registry().add(Entries.entry(2, Entries.DEFERRED));
        assertThat(registry().withdraw(Entries.uvci(2), "REVOKED_IN_BATCH", Entries.FIRST_DAY, List.of())).isFalse();
        assertThat(registry().withdraw(Entries.uvci(1), "REVOKED_IN_BATCH", Entries.FIRST_DAY, List.of())).isTrue();
        assertThat(registry().issue(new SignedCertificate(Entries.uvci(1), Entries.SIGNED, Set.of(), List.of())))
                .isEmpty();
        CertificateEntry found = registry().find(Entries.uvci(1)).orElseThrow();
        assertThat(found.state()).isEqualTo(CertificateState.REFUSED);
        assertThat(found.refusal()).hasValue("REVOKED_IN_BATCH");
    }

    @Test
    default void tellsARepetitionFromAContradictionByTheContentIndex() {
        registry().add(Entries.entry(1, Entries.PINNED));
        registry().add(Entries.entry(2, Entries.PINNED));
        String first = registry().find(Entries.uvci(1)).orElseThrow().contentIndex();
        assertThat(registry().find(Entries.uvci(2)).orElseThrow().contentIndex()).isNotEqualTo(first);
        assertThat(registry().find(Events.cuev(1)).orElseThrow().contentIndex()).isEqualTo(first);
    }

    @Test
    default void entersNothingTwice() {
        registry().add(Entries.entry(1, Entries.DEFERRED));
        assertThat(registry().add(Entries.entry(1, Entries.DEFERRED))).isFalse();
        assertThat(registry().add(Entries.entry(1, Entries.PINNED))).isFalse();
        assertThat(stateOf(1)).isEqualTo(CertificateState.DEFERRED);
    }

    @Test
    @DisplayName("architecture D4: unique by UVCI and by HMAC(CUEV)")
    default void isUniqueByEitherCode() {
        registry().add(Entries.entry(1, Entries.PINNED));
        assertThat(registry().add(Entries.entry(Entries.uvci(1), Events.cuev(2), 2, Entries.FIRST_DAY,
                Entries.PINNED))).isFalse();
        assertThat(registry().add(Entries.entry(Entries.uvci(2), Events.cuev(1), 2, Entries.FIRST_DAY,
                Entries.PINNED))).isFalse();
        assertThat(registry().find(Events.cuev(2))).isEmpty();
        assertThat(registry().find(Entries.uvci(2))).isEmpty();
    }

    @Test
    default void entersOnceWhereManyTryAtOnce() throws InterruptedException, ExecutionException {
        List<Boolean> entered = Together.run(THREADS, () -> registry().add(Entries.entry(1, Entries.PINNED)));
        assertThat(entered).containsOnlyOnce(true);
    }

    @Test
    default void pinsADeferredCertificateOnce() {
        registry().add(Entries.entry(1, Entries.DEFERRED));
        assertThat(registry().pin(Entries.uvci(1), Entries.INTENT)).isTrue();
        assertThat(stateOf(1)).isEqualTo(CertificateState.PINNED);
        assertThat(registry().find(Entries.uvci(1)).orElseThrow().intent()).hasValue(Entries.INTENT);
        assertThat(registry().pin(Entries.uvci(1), Entries.INTENT)).isFalse();
    }

    @Test
    @DisplayName("a certificate is pinned anew only where it is pinned as it was read")
    default void pinsAnewWhatIsStillPinnedAsItWas() {
        registry().add(Entries.entry(1, Entries.PINNED));
        Intent other = intent(9, Entries.INTENT);
        assertThat(registry().repin(Entries.uvci(1), other, Entries.INTENT)).isFalse();
        assertThat(registry().repin(Entries.uvci(1), Entries.INTENT, other)).isTrue();
        assertThat(registry().repin(Entries.uvci(1), Entries.INTENT, intent(10, Entries.INTENT))).isFalse();
        CertificateEntry found = registry().find(Entries.uvci(1)).orElseThrow();
        assertThat(found.state()).isEqualTo(CertificateState.PINNED);
        assertThat(found.intent()).hasValue(other);
        assertThat(found.record()).hasValue(Entries.record(1));
    }

    @Test
    @DisplayName("what was signed by an intent that has given way since is not issued")
    default void issuesByTheIntentThatIsPinnedAlone() {
        registry().add(Entries.entry(1, Entries.PINNED));
        Intent other = intent(9, Entries.INTENT);
        registry().repin(Entries.uvci(1), Entries.INTENT, other);
        assertThat(registry()
                .issue(new SignedCertificate(Entries.uvci(1), Entries.SIGNED, Set.of(), List.of(Entries.event(1)))))
                .isEmpty();
        assertThat(registry().find(Entries.uvci(1)).orElseThrow().qrText()).isEmpty();
        assertThat(registry().issue(new SignedCertificate(Entries.uvci(1), new Signed(other, Entries.QR_TEXT), Set.of(),
                List.of(Entries.event(1))))).isPresent();
    }

    @Test
    @DisplayName("nothing that was handed out is pinned anew, nor what is not pinned yet or never will be")
    default void pinsAnewNothingElse() {
        registry().add(Entries.entry(1, Entries.PINNED));
        registry().issue(new SignedCertificate(Entries.uvci(1), Entries.SIGNED, Set.of(), List.of()));
        registry().add(Entries.entry(2, Entries.DEFERRED));
        registry().add(Entries.entry(3, Entries.REFUSED));
        for (int number = 1; number <= 4; number++) {
            assertThat(registry().repin(Entries.uvci(number), Entries.INTENT, intent(9, Entries.INTENT))).isFalse();
        }
        assertThat(registry().find(Entries.uvci(1)).orElseThrow()).satisfies(issued -> {
            assertThat(issued.intent()).hasValue(Entries.INTENT);
            assertThat(issued.qrText()).hasValue(Entries.QR_TEXT);
        });
    }

    private static Intent intent(int key, Intent like) {
        return new Intent(KeyId.of(new byte[]{1, 2, 3, 4, 5, 6, 7, (byte) key}), like.profile(), like.issuedAt(),
                like.expiresAt().plusSeconds(86_400));
    }

    @Test
    default void refusesADeferredCertificateOnce() {
        registry().add(Entries.entry(1, Entries.DEFERRED));
        assertThat(registry().refuse(Entries.uvci(1), "VALIDITY_ENDED", Entries.FIRST_DAY, List.of())).isTrue();
        assertThat(stateOf(1)).isEqualTo(CertificateState.REFUSED);
        assertThat(registry().find(Entries.uvci(1)).orElseThrow().refusal()).hasValue("VALIDITY_ENDED");
        assertThat(registry().refuse(Entries.uvci(1), "VALIDITY_ENDED", Entries.FIRST_DAY, List.of())).isFalse();
    }

    @Test
    default void issuesAPinnedCertificateOnce() {
        registry().add(Entries.entry(1, Entries.PINNED));
        assertThat(registry()
                .issue(new SignedCertificate(Entries.uvci(1), Entries.SIGNED, Set.of(), List.of(Entries.event(1)))))
                .isPresent();
        CertificateEntry issued = registry().find(Events.cuev(1)).orElseThrow();
        assertThat(issued.state()).isEqualTo(CertificateState.ISSUED);
        assertThat(issued.qrText()).hasValue(Entries.QR_TEXT);
        assertThat(issued.intent()).hasValue(Entries.INTENT);
        assertThat(registry()
                .issue(new SignedCertificate(Entries.uvci(1), new Signed(Entries.INTENT, "HC1:OTHER"), Set.of(),
                        List.of(Entries.event(1)))))
                .isEmpty();
        assertThat(registry().find(Events.cuev(1)).orElseThrow().qrText()).hasValue(Entries.QR_TEXT);
    }

    @Test
    default void issuesOnceWhereManyTryAtOnce() throws InterruptedException, ExecutionException {
        registry().add(Entries.entry(1, Entries.PINNED));
        List<Optional<OutboxLease>> leases = Together.run(THREADS,
                () -> registry().issue(
                        new SignedCertificate(Entries.uvci(1), Entries.SIGNED, Set.of(), List.of(Entries.event(1)))));
        assertThat(leases.stream().filter(Optional::isPresent)).hasSize(1);
    }

    @Test
    @DisplayName("each step is taken from its own state only: DEFERRED, PINNED, ISSUED; or DEFERRED, REFUSED")
    default void takesNoStepFromAnotherState() {
        registry().add(Entries.entry(1, Entries.DEFERRED));
        assertThat(registry()
                .issue(new SignedCertificate(Entries.uvci(1), Entries.SIGNED, Set.of(), List.of(Entries.event(1)))))
                .isEmpty();
        assertNoDeferredStep(Entries.PINNED, 2);
        assertNoDeferredStep(Entries.REFUSED, 3);
        assertThat(registry()
                .issue(new SignedCertificate(Entries.uvci(3), Entries.SIGNED, Set.of(), List.of(Entries.event(3)))))
                .isEmpty();
        registry().issue(new SignedCertificate(Entries.uvci(2), Entries.SIGNED, Set.of(), List.of(Entries.event(2))));
        assertThat(registry().pin(Entries.uvci(2), Entries.INTENT)).isFalse();
        assertThat(registry().refuse(Entries.uvci(2), "VALIDITY_ENDED", Entries.FIRST_DAY, List.of())).isFalse();
        assertThat(Stream.of(1, 2, 3).map(this::stateOf)).containsExactly(CertificateState.DEFERRED,
                CertificateState.ISSUED, CertificateState.REFUSED);
    }

    @Test
    default void takesNoStepWithoutACertificate() {
        assertThat(registry().pin(Entries.uvci(1), Entries.INTENT)).isFalse();
        assertThat(registry().refuse(Entries.uvci(1), "VALIDITY_ENDED", Entries.FIRST_DAY, List.of())).isFalse();
        assertThat(registry()
                .issue(new SignedCertificate(Entries.uvci(1), Entries.SIGNED, Set.of(), List.of(Entries.event(1)))))
                .isEmpty();
    }

    @Test
    default void listsDueCertificatesByDay() {
        registry().add(Entries.deferredTo(1, LocalDate.of(2022, 3, 1)));
        registry().add(Entries.deferredTo(2, LocalDate.of(2022, 1, 31)));
        registry().add(Entries.deferredTo(3, LocalDate.of(2021, 12, 31)));
        registry().add(Entries.deferredTo(4, LocalDate.of(2022, 2, 28)));
        registry().add(Entries.entry(5, Entries.PINNED));
        assertThat(registry().due(LocalDate.of(2022, 2, 28), 10)).containsExactly(
                new DueCertificate(LocalDate.of(2021, 12, 31), Entries.uvci(3)),
                new DueCertificate(LocalDate.of(2022, 1, 31), Entries.uvci(2)),
                new DueCertificate(LocalDate.of(2022, 2, 28), Entries.uvci(4)));
    }

    @Test
    default void listsNothingThatIsDueTomorrow() {
        registry().add(Entries.deferredTo(1, LocalDate.of(2024, 2, 29)));
        assertThat(registry().due(LocalDate.of(2024, 2, 28), 10)).isEmpty();
        assertThat(registry().due(LocalDate.of(2024, 2, 29), 10)).hasSize(1);
        assertThat(registry().due(LocalDate.of(2030, 1, 1), 10)).hasSize(1);
    }

    @Test
    default void listsNoMoreThanAskedFor() {
        for (int i = 1; i <= 5; i++) {
            registry().add(Entries.deferredTo(i, Entries.FIRST_DAY.plusDays(10 - i)));
        }
        assertThat(registry().due(Entries.LAST_DAY, 2)).extracting(DueCertificate::uvci)
                .containsExactly(Entries.uvci(5), Entries.uvci(4));
    }

    @Test
    default void listsNothingThatIsSettled() {
        registry().add(Entries.entry(1, Entries.DEFERRED));
        registry().add(Entries.entry(2, Entries.DEFERRED));
        registry().settled(new DueCertificate(Entries.FIRST_DAY, Entries.uvci(1)));
        assertThat(registry().due(Entries.FIRST_DAY, 10)).extracting(DueCertificate::uvci)
                .containsExactly(Entries.uvci(2));
    }

    @Test
    @DisplayName("a certificate stays due until it is settled, whatever becomes of it")
    default void keepsADueCertificateUntilItIsSettled() {
        registry().add(Entries.entry(1, Entries.DEFERRED));
        registry().pin(Entries.uvci(1), Entries.INTENT);
        registry().issue(new SignedCertificate(Entries.uvci(1), Entries.SIGNED, Set.of(), List.of(Entries.event(1))));
        assertThat(registry().due(Entries.FIRST_DAY, 10)).hasSize(1);
    }

    private CertificateState stateOf(int number) {
        return registry().find(Entries.uvci(number)).orElseThrow().state();
    }

    private void assertNoDeferredStep(NewCertificate.Standing standing, int number) {
        registry().add(Entries.entry(number, standing));
        assertThat(registry().pin(Entries.uvci(number), Entries.INTENT)).isFalse();
        assertThat(registry().refuse(Entries.uvci(number), "OTHER", Entries.FIRST_DAY, List.of())).isFalse();
    }
}
