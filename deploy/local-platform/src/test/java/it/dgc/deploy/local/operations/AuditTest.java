package it.dgc.deploy.local.operations;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;

import it.dgc.generation.audit.AuditReport;
import it.dgc.generation.audit.NotedHead;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("An event on its way from outbox to chain is waited for, a forgery is not")
class AuditTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String HASH = "0".repeat(64);
    private static final AuditReport SOUND = report(Optional.empty(), List.of(), List.of(), 0, Optional.empty());
    private static final AuditReport MISSING = report(Optional.empty(), List.of("a"), List.of(), 0, Optional.empty());
    private static final AuditReport WAITING = report(Optional.empty(), List.of(), List.of(), 1, Optional.empty());

    @Test
    void asksOnceWhereNothingIsOnItsWay() {
        assertThat(settled(LONG, SOUND)).isSameAs(SOUND);
    }

    @Test
    void asksUntilWhatIsOnItsWayHasCome() {
        assertThat(settled(LONG, WAITING, MISSING, SOUND)).isSameAs(SOUND);
    }

    @Test
    void callsAnEventMissingWhenItsTimeIsOver() {
        assertThat(settled(Duration.ZERO, MISSING)).isSameAs(MISSING);
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void doesNotWaitForWhatNoWaitingMends(AuditReport forgery) {
        assertThat(settled(LONG, forgery)).isSameAs(forgery);
    }

    static Stream<AuditReport> forgeries() {
        return Stream.of(report(Optional.of(3L), List.of("a"), List.of(), 1, Optional.empty()),
                report(Optional.empty(), List.of("a"), List.of("b"), 1, Optional.empty()),
                report(Optional.empty(), List.of("a"), List.of(), 1, Optional.of(new NotedHead(1, HASH))));
    }

    /** One question more than there are answers fails. */
    private static AuditReport settled(Duration patience, AuditReport... answers) {
        Queue<AuditReport> left = new ArrayDeque<>(List.of(answers));
        return Audit.settled(left::remove, patience);
    }

    private static AuditReport report(Optional<Long> brokenAt, List<String> missing, List<String> unfounded,
            long waiting, Optional<NotedHead> rewritten) {
        return new AuditReport(4, HASH, brokenAt, missing, unfounded, waiting, rewritten);
    }
}
