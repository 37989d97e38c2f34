package it.dgc.portal.limits;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.micrometer.core.instrument.MeterRegistry;
import it.dgc.portal.limits.Admission.Counted;
import it.dgc.portal.limits.Admission.Reservation;
import it.dgc.portal.limits.counters.Counters;
import it.dgc.portal.limits.counters.Window;
import it.dgc.portal.limits.keys.KeyedHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** The limits by shared counters. */
final class CountedLimits implements GuessingLimits {

    /** Submissions that were refused, by {@code bound}. */
    static final String REFUSED = "dgc.portal.limits.refused";
    /** Persons about whom the form without card has failed suspiciously often; says not who. */
    static final String ALARMS = "dgc.portal.limits.nocard.alarms";

    private static final Logger LOG = LoggerFactory.getLogger(CountedLimits.class);
    private static final String EVERYBODY = "everybody";

    private final Counters counters;
    private final LimitsProperties bounds;
    private final KeyedHash hash;
    private final Clock clock;
    private final MeterRegistry meters;

    CountedLimits(Counters counters, LimitsProperties bounds, KeyedHash hash, Clock clock, MeterRegistry meters) {
        this.counters = counters;
        this.bounds = bounds;
        this.hash = hash;
        this.clock = clock;
        this.meters = meters;
        meters.counter(ALARMS);
    }

    /** The address first: whoever is over that bound costs nobody else a try, neither the person nor everybody. */
    @Override
    public Admission admit(Attempt attempt) {
        try {
            Instant now = clock.instant();
            return take(hash.text("limits.address", attempt.from().block()), bounds.addressWindows(), now).isEmpty()
                    ? refused(Bound.ADDRESS)
                    : admitPerson(attempt, now);
        } catch (DataAccessException storeAway) {
            LOG.error("nobody is admitted, because the counters are away: {}", storeAway.getClass().getName());
            return new Admission.Unavailable();
        }
    }

    @Override
    public void verified(Reservation reservation) {
        settle(reservation, this::giveBack);
    }

    @Override
    public void failed(Reservation reservation) {
        settle(reservation, this::keep);
    }

    @Override
    public void undecided(Reservation reservation) {
        settle(reservation, this::giveBack);
    }

    private Admission admitPerson(Attempt attempt, Instant now) {
        Optional<Counted> person = take(personKey(attempt), bounds.personWindows(attempt.form()), now);
        return person.map(counted -> admitCard(attempt, counted, now)).orElseGet(() -> refused(Bound.PERSON));
    }

    private Admission admitCard(Attempt attempt, Counted person, Instant now) {
        Optional<Counted> card = attempt.cardAndDate().flatMap(
                text -> take(hash.text("limits.card", text), bounds.cardAndDate().windows(), now));
        Reservation reservation = new Reservation(attempt.form(), person, card);
        if (attempt.cardAndDate().isPresent() && card.isEmpty()) {
            giveBack(reservation);
            return refused(Bound.CARD_AND_DATE);
        }
        if (!counters.spend(EVERYBODY, bounds.everybody(), LimitsProperties.MINUTE, now)) {
            giveBack(reservation);
            return refused(Bound.EVERYBODY);
        }
        return new Admission.Admitted(reservation);
    }

    private Optional<Counted> take(String key, List<Window> windows, Instant now) {
        return counters.take(key, windows, now).map(token -> new Counted(key, token));
    }

    /** With and without card are two counters, because they have two bounds; both forms with a card share one. */
    private String personKey(Attempt attempt) {
        boolean card = attempt.form() != Form.CERTIFICATE_WITHOUT_CARD;
        return hash.text(card ? "limits.person" : "limits.person.nocard", attempt.subject());
    }

    private Admission refused(Bound bound) {
        meters.counter(REFUSED, "bound", bound.name()).increment();
        return new Admission.Refused(bound);
    }

    private void giveBack(Reservation reservation) {
        counters.giveBack(reservation.person().key(), reservation.person().token());
        reservation.cardAndDate().ifPresent(card -> counters.giveBack(card.key(), card.token()));
    }

    /** It is counted already; only whether it is time for an alarm has to be found out. */
    private void keep(Reservation reservation) {
        if (reservation.form() == Form.CERTIFICATE_WITHOUT_CARD && counters.failed(reservation.person().key(),
                reservation.person().token(), clock.instant().minus(LimitsProperties.MONTH)) == bounds
                        .noCardAlarmAt()) {
            LOG.warn("the form without card has failed {} times about one person", bounds.noCardAlarmAt());
            meters.counter(ALARMS).increment();
        }
    }

    /** What cannot be settled stays counted: that is the safe side, and no reason to withhold an answer. */
    private static void settle(Reservation reservation, Consumer<Reservation> how) {
        try {
            how.accept(reservation);
        } catch (DataAccessException storeAway) {
            LOG.warn("an attempt stays counted as failed: {}", storeAway.getClass().getName());
        }
    }
}
