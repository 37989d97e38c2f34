package it.dgc.revocation.requests;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import it.dgc.revocation.VirtualClock;
import it.dgc.revocation.requests.register.Decision;
import it.dgc.revocation.requests.register.RequestEntry;
import it.dgc.revocation.requests.register.RequestRegister;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;

class ForgettingTest {

    private static final Duration KEPT = Duration.ofDays(90);

    @Test
    void forgetsWhatIsOlderThanItIsKept() {
        Limits limits = new Limits(false);
        new Forgetting(limits, KEPT, new VirtualClock()).forget();
        assertThat(limits.asked).containsExactly(Instant.parse("2026-08-25T08:00:00Z"));
    }

    @Test
    void waitsForTheNextRoundWithoutAStore() {
        Limits limits = new Limits(true);
        Forgetting forgetting = new Forgetting(limits, KEPT, new VirtualClock());
        forgetting.forget();
        forgetting.forget();
        assertThat(limits.asked).hasSize(2);
    }

    private record Limits(boolean away, List<Instant> asked) implements RequestRegister {

        Limits(boolean away) {
            this(away, new ArrayList<>());
        }

        @Override
        public void forget(Instant limit) {
            asked.add(limit);
            if (away) {
                throw new DataAccessResourceFailureException("away");
            }
        }

        @Override
        public RequestEntry enter(RequestEntry received) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<RequestEntry> find(String requestId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void accepted(String requestId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void decided(Decision decision, Instant at) {
            throw new UnsupportedOperationException();
        }
    }
}
