package it.dgc.revocation.requests;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the requests to revoke and to restore.
 *
 * @param acknowledgedWithin how long the broker may take to acknowledge a request before the caller is told to come again;
 *        below the half minute after which callers give up by themselves. What is acknowledged later does no harm
 * @param retryAfter what callers are told to wait while broker or store are away; whole seconds on the wire
 * @param keptFor how long a request is remembered: so long its status can be asked for, and a repetition is known as one
 * @param forgetEvery how often it is looked for requests whose time is over
 */
@Validated
@ConfigurationProperties("dgc.requests")
record RequestsProperties(
        @NotNull @DefaultValue("10s") @DurationMin(millis = 10) @DurationMax(seconds = 30) Duration acknowledgedWithin,
        @NotNull @DefaultValue("5s") @DurationMin(seconds = 1) Duration retryAfter,
        @NotNull @DefaultValue("90d") @DurationMin(days = 1) Duration keptFor,
        @NotNull @DefaultValue("1h") @DurationMin(millis = 100) Duration forgetEvery) {}
