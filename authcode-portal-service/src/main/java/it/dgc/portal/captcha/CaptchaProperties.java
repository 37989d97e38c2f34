package it.dgc.portal.captcha;

import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the captcha.
 *
 * @param life from issue to the last moment at which it is good; never more than two minutes (reference: reliability P20)
 * @param typedCodeRequired whether work alone does not do: for when it is bought in bulk, or where Allegato B's "inserimento di un
 *        codice" is read literally. What is still open of the other kind is refused from then on
 * @param work how much of it is asked for
 */
@Validated
@ConfigurationProperties("dgc.captcha")
record CaptchaProperties(
        @NotNull @DefaultValue("120s") @DurationMin(seconds = 30) @DurationMax(seconds = 120) Duration life,
        @DefaultValue("false") boolean typedCodeRequired, @Valid @NotNull @DefaultValue Work work) {

    /**
     * @param easiest numbers to try at most when it is calm; a telephone tries some 50,000 a second
     * @param hardest numbers to try at most under attack; two million would take a telephone a third of the captcha's life
     * @param calmIssued captchas a minute, of all instances, up to which it is calm
     * @param calmRefused refused solutions a minute up to which it is calm
     */
    record Work(@Min(1000) @DefaultValue("50000") long easiest,
            @Max(2_000_000) @DefaultValue("1000000") long hardest, @Min(1) @DefaultValue("1200") long calmIssued,
            @Min(1) @DefaultValue("60") long calmRefused) {

        Work {
            if (easiest > hardest) {
                throw new IllegalArgumentException("dgc.captcha.work: easiest must not be harder than hardest");
            }
        }

        Difficulty difficulty() {
            return new Difficulty(easiest, hardest, calmIssued, calmRefused);
        }
    }
}
