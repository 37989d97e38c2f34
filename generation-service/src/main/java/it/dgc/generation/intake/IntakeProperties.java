package it.dgc.generation.intake;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the intake treats its topics.
 *
 * @param partitions of the topics that are missing and are made; more of them let more instances share the work
 * @param replicas of the topics that are made; 3 on a production cluster, with {@code min.insync.replicas} 2
 * @param firstRetry pause before a record is tried again after the store or the broker failed
 * @param longestRetry the pauses double up to this; below {@code max.poll.interval.ms}, else the broker takes the
 *        partition away
 * @param notificationsKeptFor how long the notifications, which are not encrypted, stay in their topic; long enough to
 *        replay them after the store was set back
 * @param deadLettersKeptFor how long an operator has to look at a dead letter
 * @param atOnce notifications of a partition that are worked on at the same time; their commands to the store leave together
 */
@Validated
@ConfigurationProperties("dgc.intake")
record IntakeProperties(@Min(1) @DefaultValue("3") int partitions, @Min(1) @DefaultValue("1") short replicas,
        @NotNull @DefaultValue("200ms") Duration firstRetry, @NotNull @DefaultValue("30s") Duration longestRetry,
        @NotNull @DefaultValue("7d") Duration notificationsKeptFor,
        @NotNull @DefaultValue("90d") Duration deadLettersKeptFor, @Min(1) @Max(500) @DefaultValue("64") int atOnce) {

    IntakeProperties {
        if (longestRetry.compareTo(firstRetry) < 0) {
            throw new IllegalArgumentException("dgc.intake.longest-retry must not be shorter than first-retry");
        }
    }
}
