package it.dgc.generation.registry;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a positive test and a recovery were last communicated, of those that took hold: messages may come in any order.
 *
 * @param positiveAt the newest request that gave {@link Ground#POSITIVE_TEST}
 * @param recoveredAt the newest request that lifted it
 */
public record TestHistory(Optional<Instant> positiveAt, Optional<Instant> recoveredAt) {

    /** Nothing was communicated, or it was before this was kept. */
    public static final TestHistory NONE = new TestHistory(Optional.empty(), Optional.empty());

    /** @param at when a positive test was communicated */
    public TestHistory positive(Instant at) {
        return new TestHistory(newer(positiveAt, at), recoveredAt);
    }

    /** @param at when a recovery was communicated */
    public TestHistory recovered(Instant at) {
        return new TestHistory(positiveAt, newer(recoveredAt, at));
    }

    /** @return whether a positive test was communicated later than {@code at} */
    public boolean isPositiveAfter(Instant at) {
        return positiveAt.filter(at::isBefore).isPresent();
    }

    /** @return whether a recovery was communicated later than {@code at} */
    public boolean isRecoveredAfter(Instant at) {
        return recoveredAt.filter(at::isBefore).isPresent();
    }

    private static Optional<Instant> newer(Optional<Instant> known, Instant at) {
        return Stream.concat(known.stream(), Stream.of(at)).max(Instant::compareTo);
    }
}
