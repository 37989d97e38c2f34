package it.dgc.rules.settings.versions;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import it.dgc.rules.settings.versions.Activation.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("which version is in force follows from the log and the clock")
class HistoryTest {

    private final Activation seed = approval(1, 1, 0);

    @Test
    void nothingIsInForceBeforeTheFirst() {
        assertThat(history().activeAt(at(5))).isEmpty();
        assertThat(active(history(approval(1, 1, 10)), 9)).isZero();
    }

    @Test
    void comesIntoForceAtItsInstantAndNotBefore() {
        History history = history(seed, approval(2, 2, 10));
        assertThat(IntStream.of(0, 9, 10, 11).map(t -> active(history, t))).containsExactly(1, 1, 2, 2);
        assertThat(history.activeSince(at(11))).contains(at(10));
    }

    @Test
    void followsTheInstantsAndNotTheOrderOfApproval() {
        History history = history(seed, approval(2, 2, 20), approval(3, 3, 10));
        assertThat(IntStream.of(9, 15, 25).map(t -> active(history, t))).containsExactly(1, 3, 2);
        assertThat(history.scheduledAfter(at(5))).extracting(Activation::version).containsExactly(3, 2);
    }

    @Test
    void letsTheLaterApprovalWinOfTwoForOneInstant() {
        assertThat(active(history(seed, approval(2, 2, 10), approval(3, 3, 10)), 10)).isEqualTo(3);
    }

    @Test
    void returnsToTheVersionBeforeAndToTheOneBeforeThat() {
        History once = history(seed, approval(2, 2, 10), approval(3, 3, 20), rollback(4, 2, 30));
        assertThat(IntStream.of(25, 30, 31).map(t -> active(once, t))).containsExactly(3, 2, 2);
        assertThat(once.activeSince(at(31))).contains(at(30));
        assertThat(once.returnTarget(at(31)).map(Activation::version)).contains(1);
        History twice = history(seed, approval(2, 2, 10), approval(3, 3, 20), rollback(4, 2, 30), rollback(5, 1, 40));
        assertThat(active(twice, 40)).isEqualTo(1);
        assertThat(twice.returnTarget(at(41))).isEmpty();
    }

    @Test
    void doesNotReturnToAVersionThatWasTakenBack() {
        History history = history(seed, approval(2, 2, 10), rollback(3, 1, 20), approval(4, 3, 30));
        assertThat(history.returnTarget(at(31)).map(Activation::version)).contains(1);
    }

    @Test
    @DisplayName("a rollback cancels what was agreed upon before it and is to come after it")
    void cancelsWhatWasToCome() {
        History history = history(seed, approval(2, 2, 10), approval(3, 3, 30), rollback(4, 1, 20), approval(5, 4, 40));
        assertThat(IntStream.of(15, 20, 35, 40).map(t -> active(history, t))).containsExactly(2, 1, 1, 4);
        assertThat(states(history, 35)).containsExactly(VersionState.ACTIVE, VersionState.ROLLED_BACK,
                VersionState.CANCELLED, VersionState.SCHEDULED);
    }

    @Test
    void canCancelWhatIsToComeWhereThereIsNothingToReturnTo() {
        assertThat(history(seed, approval(2, 2, 10)).returnTarget(at(5)).map(Activation::version)).contains(1);
        History cancelled = history(seed, approval(2, 2, 10), rollback(3, 1, 5));
        assertThat(active(cancelled, 11)).isEqualTo(1);
        assertThat(cancelled.stateOf(2, at(11))).isEqualTo(VersionState.CANCELLED);
    }

    @Test
    void tellsWhatBecameOfEach() {
        History history = history(seed, approval(2, 2, 10), approval(3, 3, 20));
        assertThat(states(history, 15)).containsExactly(VersionState.REPLACED, VersionState.ACTIVE,
                VersionState.SCHEDULED, VersionState.PROPOSED);
    }

    @Test
    @DisplayName("T07: a line that was taken out shows")
    void knowsALogWithAHole() {
        ActivationLog whole = new ActivationLog(List.of(rollback(3, 1, 20), seed, approval(2, 2, 10)), 0);
        assertThat(whole.isWhole()).isTrue();
        assertThat(whole.last()).isEqualTo(3);
        assertThat(new ActivationLog(List.of(seed, rollback(3, 1, 20)), 0).isWhole()).isFalse();
        assertThat(new ActivationLog(List.of(approval(2, 2, 10)), 0).isWhole()).isFalse();
        assertThat(new ActivationLog(List.of(seed), 1).isWhole()).isFalse();
    }

    private static List<VersionState> states(History history, int time) {
        return IntStream.rangeClosed(1, 4).mapToObj(version -> history.stateOf(version, at(time))).toList();
    }

    private static int active(History history, int time) {
        return history.activeAt(at(time)).map(Activation::version).orElse(0);
    }

    private static History history(Activation... lines) {
        return new History(new ActivationLog(Stream.of(lines).toList(), 0));
    }

    private static Activation approval(int sequence, int version, int effective) {
        return new Activation(sequence, sequence - 1, Kind.APPROVAL, version, "h" + version, at(effective), at(0), "b");
    }

    private static Activation rollback(int sequence, int version, int at) {
        return new Activation(sequence, sequence - 1, Kind.ROLLBACK, version, "h" + version, at(at), at(at), "c");
    }

    private static Instant at(int minutes) {
        return Instant.parse("2026-03-01T00:00:00Z").plusSeconds(60L * minutes);
    }
}
