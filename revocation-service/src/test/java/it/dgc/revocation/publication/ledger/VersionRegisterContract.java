package it.dgc.revocation.publication.ledger;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

import it.dgc.revocation.Hashes;
import it.dgc.revocation.VirtualClock;
import it.dgc.revocation.drl.VersionMark;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every register keeps to; the fake and MongoDB both run it. */
public interface VersionRegisterContract {

    /** To the millisecond, as a store keeps it. */
    Instant NOW = VirtualClock.START.plusMillis(123);

    /** @return an empty register */
    VersionRegister testee();

    @Test
    default void knowsNothingAtFirst() {
        VersionRegister register = testee();
        assertThat(register.after(0)).isEmpty();
        assertThat(register.at(1)).isEmpty();
        assertThat(register.held()).isEmpty();
        assertThat(register.released(1, 1)).isEmpty();
    }

    @Test
    default void givesBackWhatWasPublishedFieldByField() {
        VersionRegister register = testee();
        assertThat(register.publish(mark(1))).isTrue();
        assertThat(register.publish(mark(2))).isTrue();
        assertThat(register.after(0)).containsExactly(mark(1), mark(2));
        assertThat(register.at(2)).contains(mark(2));
    }

    @Test
    default void givesNoNumberTwice() {
        VersionRegister register = testee();
        register.publish(mark(1));
        assertThat(register.publish(new VersionMark(1, 9, NOW, 9, Hashes.number(9)))).isFalse();
        assertThat(register.at(1)).contains(mark(1));
    }

    @Test
    default void stopsAtAHole() {
        VersionRegister register = testee();
        List.of(1L, 3L).forEach(version -> register.publish(mark(version)));
        assertThat(register.after(0)).containsExactly(mark(1));
    }

    @Test
    default void letsOneInstanceLead() {
        VersionRegister register = testee();
        assertThat(register.lead("a", NOW, NOW.plusSeconds(30))).isTrue();
        assertThat(register.lead("b", NOW.plusSeconds(10), NOW.plusSeconds(40))).isFalse();
        assertThat(register.lead("a", NOW.plusSeconds(20), NOW.plusSeconds(50))).isTrue();
        assertThat(register.lead("b", NOW.plusSeconds(40), NOW.plusSeconds(70))).isFalse();
        assertThat(register.lead("b", NOW.plusSeconds(51), NOW.plusSeconds(81))).isTrue();
        assertThat(register.lead("a", NOW.plusSeconds(52), NOW.plusSeconds(82))).isFalse();
    }

    @Test
    default void remembersWhatIsHeldBack() {
        VersionRegister register = testee();
        register.hold(new HeldVersion(5, 100, HeldReason.GREW));
        register.hold(new HeldVersion(6, 120, HeldReason.EMPTY));
        assertThat(register.held()).contains(new HeldVersion(6, 120, HeldReason.EMPTY));
    }

    @Test
    default void remembersWhoReleasedItFirst() {
        VersionRegister register = testee();
        Release release = new Release(5, 100, "operator-1", NOW);
        register.release(release);
        register.release(new Release(5, 100, "operator-2", NOW.plusSeconds(1)));
        assertThat(register.released(5, 100)).contains(release);
        assertThat(register.released(5, 101)).isEmpty();
    }

    @Test
    default void givesThousandsInOrder() {
        VersionRegister register = testee();
        LongStream.rangeClosed(1, 1100).forEach(version -> register.publish(mark(version)));
        assertThat(register.after(0)).startsWith(mark(1), mark(2));
        assertThat(register.after(1000)).hasSize(100);
    }

    private static VersionMark mark(long version) {
        return new VersionMark(version, 10 * version, NOW, (int) version, Hashes.number((int) version));
    }
}
