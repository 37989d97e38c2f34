package it.dgc.portal.inquiry;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How forms are answered.
 *
 * @param answerAfter answers leave at multiples of it
 * @param atOnce forms that are worked on at the same time, not counting those whose answer waits for its time; others are
 *        told to come later, and keep their captcha. Not more than {@code at-once} of any who is asked
 */
@Validated
@ConfigurationProperties("dgc.portal")
record InquiryProperties(
        @NotNull @DefaultValue("600ms") @DurationMin(millis = 1) @DurationMax(seconds = 10) Duration answerAfter,
        @Min(1) @Max(1000) @DefaultValue("50") int atOnce) {}
