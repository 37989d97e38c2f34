package it.dgc.revocation;

import java.nio.file.Path;
import java.time.Duration;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the list and its publication.
 *
 * @param directory where this instance keeps its copy, so that it can serve without the store; never shared with another
 *            instance
 * @param publishEvery the least time between two versions. Each version makes downloads that are under way start again
 *            (I11), so production wants hours; a day at most, because verifiers synchronise once a day
 * @param refreshEvery how often the store is asked for changes and versions; with {@code publishEvery} it bounds how
 *            long a revocation takes to be seen (P12)
 * @param keepVersionsFor how long after it was replaced a version can still be brought up to date by a delta. Two of the
 *            known clients never forget what they hold when they get a whole list instead (I10): at least 30 days
 * @param chunkSize entries a chunk; the ministry's service has 10,000. The same for all instances: where an entry stands
 *            follows from it
 * @param largestGrowth share of the list by which one version may grow before somebody must release it
 * @param growthFloor entries by which a version may always grow, so that a small list can
 * @param leaseFor how long an instance may publish without renewing; longer than {@code refreshEvery}
 * @param promisedFor how long a cache in front may hand out a chunk of the whole list without asking, and so how long,
 *            and a second more, a new version waits where somebody asked for one; zero where there is none (ADR 0025).
 *            A minute at most: it adds to the time in which a revocation is seen
 * @param retryAfter what clients are told to wait while there is no list; whole seconds on the wire
 * @param retryFirst the first pause after a transient failure of store or broker
 * @param retryLongest the longest such pause; pauses double up to it and go on without limit. Kafka takes a consumer for
 *            dead that does not poll for five minutes, so it stays below four
 */
@Validated
@ConfigurationProperties("dgc.drl")
public record DrlProperties(@NotNull Path directory,
        @NotNull @DurationMin(seconds = 1) @DurationMax(days = 1) Duration publishEvery,
        @NotNull @DurationMin(millis = 100) Duration refreshEvery,
        @NotNull @DurationMin(days = 30) Duration keepVersionsFor, @Min(1) @Max(100_000) int chunkSize,
        @DecimalMin("0.001") @DecimalMax("10") double largestGrowth, @Min(1) int growthFloor,
        @NotNull Duration leaseFor, @NotNull @DurationMin @DurationMax(minutes = 1) Duration promisedFor,
        @NotNull @DurationMin(seconds = 1) Duration retryAfter,
        @NotNull @DurationMin(millis = 1) Duration retryFirst, @NotNull Duration retryLongest) {

    private static final Duration BELOW_MAX_POLL_INTERVAL = Duration.ofMinutes(4);

    /** Refuses pairs that make no sense together. */
    public DrlProperties {
        if (retryFirst != null && retryLongest != null && retryLongest.compareTo(retryFirst) < 0) {
            throw new IllegalArgumentException("dgc.drl.retry-longest must not be shorter than retry-first");
        }
        if (retryLongest != null && retryLongest.compareTo(BELOW_MAX_POLL_INTERVAL) > 0) {
            throw new IllegalArgumentException("dgc.drl.retry-longest must not exceed four minutes");
        }
        if (leaseFor != null && refreshEvery != null && leaseFor.compareTo(refreshEvery) <= 0) {
            throw new IllegalArgumentException("dgc.drl.lease-for must be longer than refresh-every");
        }
    }
}
