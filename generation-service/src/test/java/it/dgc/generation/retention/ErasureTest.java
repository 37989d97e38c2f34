package it.dgc.generation.retention;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import it.dgc.common.uvci.Uvci;
import it.dgc.generation.deadletters.DeadLetters;
import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.CertificateRegistry;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.DueCertificate;
import it.dgc.generation.registry.Entries;
import it.dgc.generation.registry.Ground;
import it.dgc.generation.registry.OutboxMessage;
import it.dgc.generation.registry.Revision;
import it.dgc.generation.registry.SignedCertificate;
import it.dgc.generation.secrets.FieldCipher;
import it.dgc.generation.secrets.Secrets;
import it.dgc.generation.testing.Events;
import it.dgc.generation.testing.InMemoryRegistry;
import it.dgc.generation.testing.MutableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

@DisplayName("reliability P23: personal fields are erased a configured time after the end of validity")
class ErasureTest {

    /** The first moment in Rome of the day after 30 days without validity; the last day was 30 June 2022. */
    private static final String FIRST_MOMENT = "2022-07-30T22:00:00Z";

    private final MutableClock clock = MutableClock.pinned("2022-01-10T09:00:00Z");
    private final DeadLetters deadLetters = mock(DeadLetters.class);
    private InMemoryRegistry registry;
    private Erasure erasure;

    @BeforeEach
    void open(@TempDir Path directory) {
        registry = new InMemoryRegistry(Secrets.loadOrCreate(directory).index(), clock);
        erasure = erasure(registry);
    }

    @Test
    void erasesOnTheDayAfterTheTimeByTheCalendarOfRome() {
        issued(1);
        clock.pin(Instant.parse(FIRST_MOMENT).minusMillis(1).toString());
        erasure.erase();
        assertThat(registry.find(Entries.uvci(1)).orElseThrow().record()).isPresent();
        clock.pin(FIRST_MOMENT);
        erasure.erase();
        assertThat(registry.find(Entries.uvci(1)).orElseThrow()).satisfies(entry -> {
            assertThat(entry.record()).isEmpty();
            assertThat(entry.qrText()).isEmpty();
            assertThat(entry.state()).isEqualTo(CertificateState.ISSUED);
        });
    }

    @Test
    void tellsTheAuditorOnce() {
        issued(1);
        clock.pin(FIRST_MOMENT);
        erasure.erase();
        erasure.erase();
        assertThat(registry.pending(Entries.uvci(1))).extracting(OutboxMessage::eventId)
                .containsExactly("audit-erased-" + Entries.uvci(1).value());
    }

    @Test
    void looksAtWhatIsErasedNoMore() {
        issued(1);
        clock.pin("2030-01-01T00:00:00Z");
        erasure.erase();
        assertThat(registry.erasures().ended(Entries.LAST_DAY.plusYears(10), 10)).isEmpty();
    }

    @Test
    @DisplayName("the expiry of the signature ends only what has no last day of its own")
    void keepsACertificateThatEndsAfterItsSignature() {
        registry.add(Entries.until(1, Entries.LAST_DAY.plusYears(5), Entries.PINNED));
        registry.issue(new SignedCertificate(Entries.uvci(1), Entries.SIGNED, Set.of(), List.of()));
        clock.pin("2024-06-01T00:00:00Z");
        erasure.erase();
        assertThat(registry.find(Entries.uvci(1)).orElseThrow().record()).isPresent();
        clock.pin("2027-08-01T00:00:00Z");
        erasure.erase();
        assertThat(registry.find(Entries.uvci(1)).orElseThrow().record()).isEmpty();
    }

    @Test
    void erasesAnOpenOneAfterItsSignatureExpired() {
        registry.add(Entries.open(1, Entries.PINNED));
        registry.issue(new SignedCertificate(Entries.uvci(1), Entries.SIGNED, Set.of(), List.of()));
        clock.pin("2024-02-02T00:00:00Z");
        erasure.erase();
        assertThat(registry.find(Entries.uvci(1)).orElseThrow().record()).isEmpty();
    }

    @Test
    void erasesAnOpenOneAfterItsRefusal() {
        registry.add(Entries.open(1, Entries.DEFERRED));
        registry.refuse(Entries.uvci(1), "DOCTOR_SUSPENDED", Entries.LAST_DAY, List.of());
        assertErasedAtItsMoment();
    }

    @Test
    void erasesAnOpenOneThatWasRevokedBeforeItsNotification() {
        registry.revisions().entomb(Entries.uvci(1), Events.cuev(1), revoked(), Entries.LAST_DAY);
        registry.revisions().meet(Entries.open(1, Entries.DEFERRED), Entries.LAST_DAY);
        assertErasedAtItsMoment();
    }

    @Test
    @DisplayName("what comes with a late notification is erased as well: a tombstone does not count as erased")
    void waitsForTheNotificationOfATombstone() {
        registry.revisions().entomb(Entries.uvci(1), Events.cuev(1), revoked(), Entries.LAST_DAY);
        CertificateEntry tombstone = registry.find(Entries.uvci(1)).orElseThrow();
        registry.revisions().meet(Entries.open(1, Entries.DEFERRED), Entries.LAST_DAY);
        CertificateRegistry early = mock(CertificateRegistry.class);
        when(early.find(Entries.uvci(1))).thenReturn(Optional.of(tombstone));
        clock.pin(FIRST_MOMENT);
        erasure(early).erase();
        assertErasedAtItsMoment();
    }

    private void assertErasedAtItsMoment() {
        clock.pin(Instant.parse(FIRST_MOMENT).minusMillis(1).toString());
        erasure.erase();
        assertThat(registry.find(Entries.uvci(1)).orElseThrow().record()).isPresent();
        clock.pin(FIRST_MOMENT);
        erasure.erase();
        assertThat(registry.find(Entries.uvci(1)).orElseThrow().record()).isEmpty();
    }

    private static Revision revoked() {
        return new Revision(CertificateState.REVOKED_BEFORE_ISSUE, Set.of(Ground.FRAUD), "r", List.of());
    }

    @Test
    @DisplayName("one whose fields were altered keeps no other from being erased")
    void goesOnAfterADamagedField(@TempDir Path directory) {
        FieldCipher cipher = Secrets.loadOrCreate(directory).fields();
        byte[] moved = cipher.encrypt(new byte[1], "here");
        issued(1);
        issued(2);
        issued(3);
        CertificateRegistry damaged = mock(CertificateRegistry.class);
        when(damaged.find(any(Uvci.class))).thenAnswer(call -> registry.find(call.<Uvci>getArgument(0)));
        when(damaged.find(Entries.uvci(2))).thenAnswer(call -> cipher.decrypt(moved, "there"));
        clock.pin(FIRST_MOMENT);
        erasure(damaged).erase();
        assertThat(registry.find(Entries.uvci(1)).orElseThrow().record()).isEmpty();
        assertThat(registry.find(Entries.uvci(3)).orElseThrow().record()).isEmpty();
        assertThat(registry.erasures().ended(Entries.LAST_DAY, 10)).extracting(DueCertificate::uvci)
                .containsExactly(Entries.uvci(2));
    }

    @Test
    void leavesWhatIsNotFinishedForLater() {
        registry.add(Entries.entry(1, Entries.PINNED));
        clock.pin("2030-01-01T00:00:00Z");
        erasure.erase();
        assertThat(registry.find(Entries.uvci(1)).orElseThrow().record()).isPresent();
        registry.issue(new SignedCertificate(Entries.uvci(1), Entries.SIGNED, Set.of(), List.of()));
        erasure.erase();
        assertThat(registry.find(Entries.uvci(1)).orElseThrow().record()).isEmpty();
    }

    @Test
    void forgetsRefusalsAfterTheirTime() {
        erasure.erase();
        verify(deadLetters).forget(Instant.parse("2021-12-10T09:00:00Z"));
    }

    private Erasure erasure(CertificateRegistry seen) {
        return new Erasure(registry.erasures(), seen, deadLetters,
                new RetentionProperties(Period.ofDays(30), Duration.ofDays(31)), clock);
    }

    private void issued(int number) {
        registry.add(Entries.entry(number, Entries.PINNED));
        registry.issue(new SignedCertificate(Entries.uvci(number), Entries.SIGNED, Set.of(), List.of()));
    }
}
