package it.dgc.common.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The local data of a verifier, which it has to update at least once a day (Allegato B, chapter 4).
 *
 * @param keys the signers
 * @param rules the published rules
 * @param revoked the revocation list; empty where there is none
 * @param syncedAt when all of it was last found to be current, by the clock that will verify; whoever asks about another
 *        time than now gives that time
 */
public record VerificationData(TrustedKeys keys, ValidityRules rules, Optional<RevokedIdentifiers> revoked,
        Instant syncedAt) {

    /** Allegato B, chapter 4: at least once a day. */
    private static final Duration MAX_AGE = Duration.ofHours(24);
    /** What a clock is set right by between two synchronisations; a clock further back is wrong about the day, too. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    /** Requires every part. */
    public VerificationData {
        Objects.requireNonNull(keys, "keys");
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(revoked, "revoked");
        Objects.requireNonNull(syncedAt, "syncedAt");
    }

    /** Why nothing can be decided with these data, if so. */
    Optional<Reason> unfitness(Instant at) {
        Duration age = Duration.between(syncedAt, at);
        if (keys.isEmpty()) {
            return Optional.of(Reason.Rule.NO_KEYS);
        }
        if (rules.isListActive() && revoked.isEmpty()) {
            return Optional.of(Reason.Rule.NO_LIST);
        }
        if (age.compareTo(MAX_AGE) > 0) {
            return Optional.of(Reason.Rule.DATA_OLD);
        }
        return age.plus(CLOCK_TOLERANCE).isNegative() ? Optional.of(Reason.Rule.CLOCK_SET_BACK) : Optional.empty();
    }

    boolean isRevoked(String hash) {
        return rules.isListActive() && revoked.filter(list -> list.contains(hash)).isPresent();
    }

    /** @return the time only */
    @Override
    public String toString() {
        return "VerificationData[syncedAt=" + syncedAt + "]";
    }
}
