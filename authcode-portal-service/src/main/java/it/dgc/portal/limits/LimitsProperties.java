package it.dgc.portal.limits;

import java.time.Duration;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import it.dgc.portal.limits.counters.Window;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The bounds (reference: channels, section 7; reliability P21).
 *
 * @param card failures about one person, or one code, in the forms that ask for the card: a hundred million tails to guess from
 * @param noCard failures about one person in the form without: some 180 days to guess from, so ten tries find 5.6 %
 * @param cardAndDate failures with one card and date, over all persons
 * @param address submissions of one address block in a minute, right ones included; a school or an office may share one
 * @param captchas for each submission that an address block may send in a minute, so many of its requests in a minute may issue, show or
 *        speak a captcha: a person needs some four to a form, and a form wants mending
 * @param everybody submissions in a minute that may reach Sistema TS, right ones included; above the busiest minute to
 *        be expected (100 a second), below what Sistema TS stands
 * @param noCardAlarmAt failures about one person in the form without card, within a month, at which somebody should look
 * @param trustedProxies addresses or ranges whose X-Forwarded-For is believed; none: the peer is the client
 */
@Validated
@ConfigurationProperties("dgc.limits")
record LimitsProperties(@Valid @NotNull @DefaultValue Card card, @Valid @NotNull @DefaultValue NoCard noCard,
        @Valid @NotNull @DefaultValue CardAndDate cardAndDate, @Min(1) @Max(1000) @DefaultValue("20") int address,
        @Min(1) @Max(1000) @DefaultValue("30") int captchas,
        @Min(1) @DefaultValue("6000") long everybody, @Min(1) @DefaultValue("3") int noCardAlarmAt,
        @NotNull @DefaultValue List<String> trustedProxies) {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    static final Duration MONTH = Duration.ofDays(30);
    static final Duration MINUTE = Duration.ofMinutes(1);

    /** At most so many in each. */
    record Card(@Min(1) @DefaultValue("5") int hour, @Min(1) @DefaultValue("10") int day,
            @Min(1) @Max(1000) @DefaultValue("30") int month) {

        Card {
            requireOrder("dgc.limits.card", hour, day, month);
        }

        List<Window> windows() {
            return List.of(new Window(hour, HOUR), new Window(day, DAY), new Window(month, MONTH));
        }
    }

    /** At most so many in each. */
    record NoCard(@Min(1) @DefaultValue("5") int day, @Min(1) @Max(1000) @DefaultValue("10") int month) {

        NoCard {
            requireOrder("dgc.limits.no-card", day, month);
        }

        List<Window> windows() {
            return List.of(new Window(day, DAY), new Window(month, MONTH));
        }
    }

    /** At most so many in each. */
    record CardAndDate(@Min(1) @DefaultValue("10") int hour, @Min(1) @Max(1000) @DefaultValue("30") int day) {

        CardAndDate {
            requireOrder("dgc.limits.card-and-date", hour, day);
        }

        List<Window> windows() {
            return List.of(new Window(hour, HOUR), new Window(day, DAY));
        }
    }

    List<Window> addressWindows() {
        return List.of(new Window(address, MINUTE));
    }

    long captchasOfAddress() {
        return (long) captchas * address;
    }

    List<Window> personWindows(Form form) {
        return form == Form.CERTIFICATE_WITHOUT_CARD ? noCard.windows() : card.windows();
    }

    private static void requireOrder(String setting, int... bounds) {
        for (int i = 1; i < bounds.length; i++) {
            if (bounds[i - 1] > bounds[i]) {
                throw new IllegalArgumentException(
                        setting + ": the bound of a longer time must not be lower than that of a shorter one");
            }
        }
    }
}
