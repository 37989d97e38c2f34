package it.dgc.revocation.publication;

import it.dgc.revocation.VirtualClock;
import it.dgc.revocation.drl.VersionMark;
import it.dgc.revocation.drl.hashes.RevokedHash;
import it.dgc.revocation.publication.ledger.HeldReason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("P14: what looks wrong is held back")
class PublishGuardTest {

    private final PublishGuard guard = new PublishGuard(0.1, 50);

    @ParameterizedTest
    @CsvSource({"1,51", "400,450", "1000,1100", "1000,1", "200000,220000"})
    void letsThroughWhatIsUsual(int served, int next) {
        assertThat(guard.judge(mark(4, 10, served), mark(5, 11, next))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,52", "400,451", "1000,1101", "200000,220001"})
    void holdsBackWhatGrewBeyondTheShareAndTheFloor(int served, int next) {
        assertThat(guard.judge(mark(4, 10, served), mark(5, 11, next))).contains(HeldReason.GREW);
    }

    @Test
    void holdsBackAnEmptyList() {
        assertThat(guard.judge(mark(4, 10, 9), mark(5, 11, 0))).contains(HeldReason.EMPTY);
    }

    @Test
    void holdsBackWhatIsOlder() {
        assertThat(guard.judge(mark(4, 10, 9), mark(4, 11, 10))).contains(HeldReason.OLDER);
        assertThat(guard.judge(mark(4, 10, 9), mark(5, 9, 10))).contains(HeldReason.OLDER);
    }

    private static VersionMark mark(long version, long position, int total) {
        return new VersionMark(version, position, VirtualClock.START, total, RevokedHash.ZERO);
    }
}
