package it.dgc.generation.issuance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A rule that a notified event must keep to be usable at all, whatever the day. */
@FunctionalInterface
interface IssuancePolicy {

    /** How far Sistema TS's clock may be ahead of ours (architecture D2). */
    Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);

    /** @return why the event cannot be used; empty if this rule is kept */
    Optional<RejectionReason> check(EventToCertify event, Instant now);

    /** All of them; which doctors are suspended the store knows. */
    List<IssuancePolicy> ALL = List.of(IssuancePolicy::endsAfterItBegins, IssuancePolicy::isNotReportedInFuture,
            IssuancePolicy::isCertifiedBySomebodyElse);

    private static Optional<RejectionReason> endsAfterItBegins(EventToCertify event, Instant now) {
        LocalDate from = event.statement().validFrom();
        return unless(event.statement().validUntil().map(until -> !until.isBefore(from)).orElse(true),
                RejectionReason.UNTIL_BEFORE_FROM);
    }

    private static Optional<RejectionReason> isNotReportedInFuture(EventToCertify event, Instant now) {
        return unless(!event.reportedAt().isAfter(now.plus(CLOCK_TOLERANCE)), RejectionReason.REPORTED_IN_FUTURE);
    }

    private static Optional<RejectionReason> isCertifiedBySomebodyElse(EventToCertify event, Instant now) {
        return unless(!event.statement().doctor().fiscalCode().equals(event.holder().fiscalCode()),
                RejectionReason.SELF_CERTIFICATION);
    }

    private static Optional<RejectionReason> unless(boolean kept, RejectionReason reason) {
        return kept ? Optional.empty() : Optional.of(reason);
    }
}
