package it.dgc.generation.retention;

import java.time.Duration;
import java.time.Period;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long what is kept.
 *
 * @param certificates how long after its last day the personal fields of a certificate stay; a certificate without a
 *        last day ends with its signature's expiry
 * @param refusals how long it is remembered that a record was refused; longer than notifications stay in their topic
 *        ({@code dgc.intake.notifications-kept-for}), else a replay could bring a dead letter twice
 */
@Validated
@ConfigurationProperties("dgc.retention")
record RetentionProperties(@NotNull @DefaultValue("P30D") Period certificates,
        @NotNull @DefaultValue("30d") Duration refusals) {}
