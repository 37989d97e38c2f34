package it.dgc.portal.inquiry;

import java.util.concurrent.Semaphore;

import io.micrometer.core.instrument.MeterRegistry;
import it.dgc.portal.captcha.Captchas;
import it.dgc.portal.certificates.Lookup;
import it.dgc.portal.certificates.Recovery;
import it.dgc.portal.limits.Admission;
import it.dgc.portal.limits.Admission.Reservation;
import it.dgc.portal.limits.Attempt;
import it.dgc.portal.limits.GuessingLimits;
import it.dgc.portal.sistemats.CardAnswer;

/** Answers forms (reliability P19 to P21, P28). Safe for use by several threads. */
public final class Inquiries {

    private final Captchas captchas;
    private final GuessingLimits limits;
    private final AnswerTime time;
    private final Semaphore places;
    private final MeterRegistry meters;

    Inquiries(Captchas captchas, GuessingLimits limits, AnswerTime time, int atOnce, MeterRegistry meters) {
        this.captchas = captchas;
        this.limits = limits;
        this.time = time;
        this.places = new Semaphore(atOnce);
        this.meters = meters;
    }

    /**
     * Whoever solved the captcha hears nothing before the same moment, whatever was found out until then.
     *
     * @param by how the form came in
     * @param attempt what of it is counted
     * @param questions what it asks of others
     * @param <T> of what it asks for
     * @return what the citizen is to hear
     */
    public <T> Outcome<T> answer(Submission by, Attempt attempt, Questions<T> questions) {
        long received = time.now();
        // Also an answer that nobody foresaw leaves in its time.
        Leaving leaving = Leaving.IN_TIME;
        try {
            Decision<T> decision = inItsPlace(by, attempt, questions);
            leaving = decision.leaving();
            return counted(attempt, decision.outcome());
        } finally {
            waitFor(leaving, received);
        }
    }

    private <T> Decision<T> inItsPlace(Submission by, Attempt attempt, Questions<T> questions) {
        if (!places.tryAcquire()) {
            return new Decision<>(new Outcome.TryLater<>(), Leaving.AT_ONCE);
        }
        try {
            return switch (captchas.redeem(attempt.form(), by.codiceCaptcha())) {
                case PASSED -> decide(attempt, questions);
                case REFUSED, MALFORMED -> new Decision<>(new Outcome.CaptchaFailed<>(), Leaving.AT_ONCE);
                case UNAVAILABLE -> new Decision<>(new Outcome.TryLater<>(), Leaving.AT_ONCE);
            };
        } finally {
            places.release();
        }
    }

    private <T> Decision<T> decide(Attempt attempt, Questions<T> questions) {
        return switch (limits.admit(attempt)) {
            case Admission.Admitted(Reservation reservation) -> asked(settle(reservation, ask(questions)));
            case Admission.Refused refused -> new Decision<>(asIfAsked(), Leaving.AS_AFTER_QUESTIONS);
            case Admission.Unavailable unavailable -> new Decision<>(new Outcome.TryLater<>(), Leaving.IN_TIME);
        };
    }

    private static <T> Decision<T> asked(Outcome<T> outcome) {
        return new Decision<>(outcome, switch (outcome) {
            case Outcome.NotVerified<T> no -> Leaving.AFTER_QUESTIONS;
            case Outcome.TryLater<T> unanswered -> Leaving.AFTER_NO_ANSWER;
            default -> Leaving.IN_TIME;
        });
    }

    /** While others cannot tell, everybody is told to come later: who is over a limit must not stand out then. */
    private <T> Outcome<T> asIfAsked() {
        return time.isAnswered() ? new Outcome.NotVerified<>() : new Outcome.TryLater<>();
    }

    private void waitFor(Leaving leaving, long received) {
        switch (leaving) {
            case AT_ONCE -> {
            }
            case IN_TIME -> time.keep(received);
            case AFTER_QUESTIONS -> time.keepAsUsual(received, true);
            case AFTER_NO_ANSWER -> time.keepAsUsual(received, false);
            case AS_AFTER_QUESTIONS -> time.feign(received);
        }
    }

    private enum Leaving {
        AT_ONCE, IN_TIME, AFTER_QUESTIONS, AFTER_NO_ANSWER, AS_AFTER_QUESTIONS
    }

    private record Decision<T>(Outcome<T> outcome, Leaving leaving) {}

    private static <T> Outcome<T> ask(Questions<T> questions) {
        Lookup found = questions.find();
        CardAnswer card = questions.card(found);
        if (found instanceof Lookup.Unavailable || card == CardAnswer.UNAVAILABLE) {
            return new Outcome.TryLater<>();
        }
        return found instanceof Lookup.Found(String uvci, var holder) && card == CardAnswer.YES
                ? outcome(questions.recover(uvci))
                : new Outcome.NotVerified<>();
    }

    private static <T> Outcome<T> outcome(Recovery<T> recovery) {
        return switch (recovery) {
            case Recovery.Recovered<T>(T value) -> new Outcome.Verified<>(value);
            case Recovery.Gone<T> gone -> new Outcome.NotVerified<>();
            case Recovery.Unavailable<T> unavailable -> new Outcome.TryLater<>();
        };
    }

    private <T> Outcome<T> settle(Reservation reservation, Outcome<T> outcome) {
        switch (outcome) {
            case Outcome.Verified<T> verified -> limits.verified(reservation);
            case Outcome.NotVerified<T> no -> limits.failed(reservation);
            case Outcome.CaptchaFailed<T> no -> limits.undecided(reservation);
            case Outcome.TryLater<T> no -> limits.undecided(reservation);
        }
        return outcome;
    }

    private <T> Outcome<T> counted(Attempt attempt, Outcome<T> outcome) {
        meters.counter("dgc.portal.forms", "form", attempt.form().name(), "outcome",
                outcome.getClass().getSimpleName()).increment();
        return outcome;
    }
}
