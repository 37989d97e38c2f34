package it.dgc.generation.registry;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import it.dgc.generation.testing.Events;
import it.dgc.generation.testing.MutableClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every register keeps when it forgets persons. */
public interface ErasuresContract {

    CertificateRegistry registry();

    Erasures erasures();

    Outbox outbox();

    Revisions revisions();

    MutableClock clock();

    @Test
    @DisplayName("reliability P23: the fields are gone; identifier, state and content index stay")
    default void erasesThePersonAndKnowsTheNotificationStill() {
        issued(1);
        CertificateEntry before = registry().find(Entries.uvci(1)).orElseThrow();
        assertThat(erasures().erase(Entries.uvci(1), List.of(Entries.event(1, "erased")))).isTrue();
        assertThat(registry().find(Events.cuev(1))).hasValue(new CertificateEntry(Entries.uvci(1),
                CertificateState.ISSUED, before.contentIndex(), Optional.empty(), Optional.of(Entries.LAST_DAY),
                Optional.of(Entries.INTENT), Optional.empty(), Optional.empty(), Set.of(), List.of(),
                TestHistory.NONE));
    }

    @Test
    @DisplayName("when somebody was tested is health data: it goes with the record")
    default void erasesWhenTheHolderWasTested() {
        issued(1);
        revisions().revise(registry().find(Entries.uvci(1)).orElseThrow(),
                new Revision(CertificateState.REVOKED, Set.of(Ground.POSITIVE_TEST), "r1", List.of(),
                        TestHistory.NONE.positive(Instant.parse("2022-01-20T09:00:00Z"))),
                Entries.LAST_DAY);
        erasures().erase(Entries.uvci(1), List.of());
        assertThat(registry().find(Entries.uvci(1)).orElseThrow()).satisfies(erased -> {
            assertThat(erased.tests()).isEqualTo(TestHistory.NONE);
            assertThat(erased.grounds()).containsExactly(Ground.POSITIVE_TEST);
        });
    }

    @Test
    default void erasesOnceAndLetsItsMessageLeave() {
        issued(1);
        assertThat(erasures().erase(Entries.uvci(1), List.of(Entries.event(1, "erased")))).isTrue();
        assertThat(erasures().erase(Entries.uvci(1), List.of(Entries.event(1, "erased")))).isFalse();
        assertThat(outbox().pending(Entries.uvci(1))).containsExactly(Entries.event(1), Entries.event(1, "erased"));
        clock().advance(Duration.ofDays(1));
        assertThat(outbox().lease(Duration.ofMinutes(1))).isPresent();
    }

    @Test
    default void erasesNothingThatIsStillToBeIssued() {
        registry().add(Entries.entry(1, Entries.PINNED));
        registry().add(Entries.entry(2, Entries.DEFERRED));
        assertThat(erasures().erase(Entries.uvci(1), List.of())).isFalse();
        assertThat(erasures().erase(Entries.uvci(2), List.of())).isFalse();
        assertThat(erasures().erase(Entries.uvci(3), List.of())).isFalse();
        assertThat(registry().find(Entries.uvci(1)).orElseThrow().record()).isPresent();
    }

    @Test
    default void erasesWhatWasRefused() {
        registry().add(Entries.entry(1, Entries.REFUSED));
        assertThat(erasures().erase(Entries.uvci(1), List.of())).isTrue();
        assertThat(registry().find(Entries.uvci(1)).orElseThrow().refusal()).hasValue("VALIDITY_ENDED");
    }

    @Test
    default void listsACertificateByItsLastDay() {
        registry().add(Entries.entry(1, Entries.DEFERRED));
        assertThat(erasures().ended(Entries.LAST_DAY.minusDays(1), 10)).isEmpty();
        assertThat(erasures().ended(Entries.LAST_DAY, 10))
                .containsExactly(new DueCertificate(Entries.LAST_DAY, Entries.uvci(1)));
    }

    @Test
    @DisplayName("a certificate without a last day ends with its signature, known when the signer is")
    default void listsAnOpenOneByTheExpiryOfItsSignature() {
        LocalDate expiry = LocalDate.of(2024, 1, 1);
        registry().add(Entries.open(1, Entries.PINNED));
        registry().add(Entries.open(2, Entries.DEFERRED));
        assertThat(erasures().ended(expiry, 10)).containsExactly(new DueCertificate(expiry, Entries.uvci(1)));
        registry().pin(Entries.uvci(2), Entries.INTENT);
        assertThat(erasures().ended(expiry, 10)).hasSize(2);
        assertThat(erasures().ended(expiry.minusDays(1), 10)).isEmpty();
    }

    @Test
    @DisplayName("what is never signed and has no last day ends with its refusal")
    default void listsAnOpenOneByTheDayOfItsRefusal() {
        registry().add(Entries.open(1, Entries.DEFERRED));
        registry().refuse(Entries.uvci(1), "DOCTOR_SUSPENDED", Entries.LAST_DAY, List.of());
        assertListed();
    }

    @Test
    @DisplayName("what is revoked before it was signed ends when nobody would accept it any more")
    default void listsAnOpenOneThatWasRevokedWhileItWaited() {
        registry().add(Entries.open(1, Entries.DEFERRED));
        revisions().revise(registry().find(Entries.uvci(1)).orElseThrow(), revoked(), Entries.LAST_DAY);
        assertListed();
    }

    @Test
    default void listsAnOpenOneWhoseNotificationCameAfterItsRevocation() {
        revisions().entomb(Entries.uvci(1), Events.cuev(1), revoked(), Entries.LAST_DAY);
        assertThat(erasures().ended(Entries.LAST_DAY, 10)).as("nothing personal is known yet").isEmpty();
        revisions().meet(Entries.open(1, Entries.DEFERRED), Entries.LAST_DAY);
        assertListed();
    }

    private void assertListed() {
        assertThat(erasures().ended(Entries.LAST_DAY.minusDays(1), 10)).isEmpty();
        assertThat(erasures().ended(Entries.LAST_DAY, 10))
                .containsExactly(new DueCertificate(Entries.LAST_DAY, Entries.uvci(1)));
    }

    private static Revision revoked() {
        return new Revision(CertificateState.REVOKED_BEFORE_ISSUE, Set.of(Ground.FRAUD), "r", List.of());
    }

    @Test
    default void looksNoMoreAtAnEndThatIsSettled() {
        registry().add(Entries.entry(1, Entries.REFUSED));
        erasures().settled(new DueCertificate(Entries.LAST_DAY, Entries.uvci(1)));
        assertThat(erasures().ended(Entries.LAST_DAY, 10)).isEmpty();
    }

    private void issued(int number) {
        registry().add(Entries.entry(number, Entries.PINNED));
        registry().issue(
                new SignedCertificate(Entries.uvci(number), Entries.SIGNED, Set.of(), List.of(Entries.event(number))));
    }
}
