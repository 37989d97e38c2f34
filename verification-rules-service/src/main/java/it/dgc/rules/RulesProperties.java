package it.dgc.rules;

import java.nio.file.Path;
import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the rules service.
 *
 * @param refreshEvery how often the served list is read again from the store, for changes that another instance made;
 *            at least a second, because the whole collection is read
 * @param retryAfter what clients are told to wait while no key can be served; whole seconds on the wire, so at least one
 * @param retryFirst the first pause after a transient failure of store or broker
 * @param retryLongest the longest such pause; pauses double up to it and go on without limit. Kafka takes a consumer for
 *            dead that does not poll for five minutes, so it stays below four
 * @param directory where the copy of the last good rules is kept, for a start without the store; one an instance, and not
 *            shared with an instance of another store
 */
@Validated
@ConfigurationProperties("dgc.rules")
public record RulesProperties(@NotNull @DurationMin(seconds = 1) Duration refreshEvery,
        @NotNull @DurationMin(seconds = 1) Duration retryAfter, @NotNull @DurationMin(millis = 1) Duration retryFirst,
        @NotNull Duration retryLongest, @NotNull Path directory) {

    private static final Duration BELOW_MAX_POLL_INTERVAL = Duration.ofMinutes(4);

    /** Refuses pairs that make no sense together. */
    public RulesProperties {
        if (retryFirst != null && retryLongest != null && retryLongest.compareTo(retryFirst) < 0) {
            throw new IllegalArgumentException("dgc.rules.retry-longest must not be shorter than retry-first");
        }
        if (retryLongest != null && retryLongest.compareTo(BELOW_MAX_POLL_INTERVAL) > 0) {
            throw new IllegalArgumentException("dgc.rules.retry-longest must not exceed four minutes");
        }
    }
}
