package it.dgc.portal.inquiry;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import it.dgc.common.codes.HealthCardSuffix;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.portal.captcha.Captchas;
import it.dgc.portal.captcha.Challenge;
import it.dgc.portal.captcha.Kind;
import it.dgc.portal.captcha.Verdict;
import it.dgc.portal.certificates.Lookup;
import it.dgc.portal.certificates.Recovery;
import it.dgc.portal.limits.Admission;
import it.dgc.portal.limits.Admission.Counted;
import it.dgc.portal.limits.Admission.Reservation;
import it.dgc.portal.limits.Attempt;
import it.dgc.portal.limits.Bound;
import it.dgc.portal.limits.Form;
import it.dgc.portal.limits.GuessingLimits;
import it.dgc.portal.limits.address.TrustedProxies;
import it.dgc.portal.sistemats.CardAnswer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@DisplayName("A filled-in form is answered so that nobody learns about a person by asking")
class InquiriesTest {

    private static final long STEP = Duration.ofMillis(600).toNanos();
    private static final CodiceFiscale PERSON = CodiceFiscale.ofBody("PRVCNR80A41M999");
    private static final Submission BY = new Submission("solved", new TrustedProxies(List.of()).client("192.0.2.1",
            List.of()));
    private static final Attempt ATTEMPT = Attempt.authCode(PERSON, new HealthCardSuffix("12345678"),
            LocalDate.of(2022, 1, 31), BY.from());
    private static final Lookup FOUND = new Lookup.Found("01IT#1", PERSON);
    private static final Lookup NONE = new Lookup.NotFound();
    private static final Lookup SILENT = new Lookup.Unavailable();
    private static final Recovery<String> CODE = new Recovery.Recovered<>("the code");

    private final List<String> calls = new ArrayList<>();
    private final List<Long> leftAt = new ArrayList<>();
    private Verdict captcha = Verdict.PASSED;
    private Admission admission = new Admission.Admitted(
            new Reservation(Form.AUTHCODE, new Counted("key", "token"), Optional.empty()));
    private long now = 1_000;

    @Test
    void givesWhatWasAskedForWhereEverythingIsRight() {
        assertThat(answer(FOUND, CardAnswer.YES, CODE)).isEqualTo(new Outcome.Verified<>("the code"));
        assertThat(calls).containsExactly("captcha", "admit", "find", "card", "recover", "verified");
    }

    @Test
    @DisplayName("P19: no certificate, wrong card, both, gone: the same answer, at the same moment, after the same questions")
    void answersAlikeWhateverIsWrong() {
        for (Runnable wrong : List.<Runnable>of(() -> answer(NONE, CardAnswer.YES, CODE),
                () -> answer(FOUND, CardAnswer.NO, CODE), () -> answer(NONE, CardAnswer.NO, CODE))) {
            calls.clear();
            wrong.run();
            assertThat(calls).containsExactly("captcha", "admit", "find", "card", "failed");
        }
        assertThat(answer(FOUND, CardAnswer.YES, new Recovery.Gone<>())).isEqualTo(new Outcome.NotVerified<>());
        assertThat(calls).endsWith("recover", "failed");
        assertThat(answer(NONE, CardAnswer.NO, CODE)).isEqualTo(new Outcome.NotVerified<>());
        admission = new Admission.Refused(Bound.values()[0]);
        calls.clear();
        assertThat(answer(FOUND, CardAnswer.YES, CODE)).isEqualTo(new Outcome.NotVerified<>());
        assertThat(calls).containsExactly("captcha", "admit");
        assertThat(leftAt).hasSize(6).allMatch(leftAt.getFirst()::equals);
    }

    @Test
    @DisplayName("whoever does not answer, the person is told to come later, and no try is counted")
    void countsNoTryThatNobodyAnswered() {
        for (CardAnswer card : CardAnswer.values()) {
            assertThat(answer(SILENT, card, CODE)).isEqualTo(new Outcome.TryLater<>());
        }
        for (Lookup found : List.of(FOUND, NONE)) {
            assertThat(answer(found, CardAnswer.UNAVAILABLE, CODE)).isEqualTo(new Outcome.TryLater<>());
        }
        assertThat(answer(FOUND, CardAnswer.YES, new Recovery.Unavailable<>())).isEqualTo(new Outcome.TryLater<>());
        assertThat(calls).doesNotContain("failed", "verified").filteredOn("undecided"::equals).hasSize(6);
    }

    @ParameterizedTest
    @EnumSource(value = Verdict.class, names = {"REFUSED", "MALFORMED", "UNAVAILABLE"})
    @DisplayName("P20: without a solved captcha nobody is asked anything")
    void asksNobodyWithoutACaptcha(Verdict verdict) {
        captcha = verdict;
        assertThat(answer(FOUND, CardAnswer.YES, CODE)).isEqualTo(verdict == Verdict.UNAVAILABLE
                ? new Outcome.TryLater<>()
                : new Outcome.CaptchaFailed<>());
        assertThat(calls).containsExactly("captcha");
    }

    @Test
    void asksNobodyWhileTriesCannotBeCounted() {
        admission = new Admission.Unavailable();
        assertThat(answer(FOUND, CardAnswer.YES, CODE)).isEqualTo(new Outcome.TryLater<>());
        assertThat(calls).containsExactly("captcha", "admit");
    }

    @Test
    void leavesAtWholeStepsHoweverLongOthersTook() {
        for (long took : List.of(0L, STEP / 2, STEP - 1, STEP, STEP * 5 / 2)) {
            leftAt.clear();
            long received = now;
            inquiries(1).answer(BY, ATTEMPT, new Asked(NONE, CardAnswer.NO, CODE, () -> now += took));
            assertThat(leftAt).containsExactly(received + (took / STEP + 1) * STEP);
        }
    }

    @Test
    @DisplayName("P19: while others are slow, who is over a limit waits as long as whoever is not")
    void hidesTheLimitsWhileOthersAreSlow() {
        Inquiries inquiries = inquiries(1);
        inquiries.answer(BY, ATTEMPT, new Asked(NONE, CardAnswer.NO, CODE, () -> now += STEP * 5 / 2));
        Admission admitted = admission;
        admission = new Admission.Refused(Bound.values()[0]);
        leftAt.clear();
        long received = now;
        inquiries.answer(BY, ATTEMPT, new Asked(NONE, CardAnswer.NO, CODE, () -> {}));
        assertThat(leftAt).containsExactly(received + 3 * STEP);

        admission = admitted;
        inquiries.answer(BY, ATTEMPT, new Asked(NONE, CardAnswer.NO, CODE, () -> {}));
        admission = new Admission.Refused(Bound.values()[0]);
        leftAt.clear();
        inquiries.answer(BY, ATTEMPT, new Asked(NONE, CardAnswer.NO, CODE, () -> {}));
        assertThat(leftAt).containsExactly(received + STEP);
    }

    @Test
    @DisplayName("E17: while others do not answer, who is over a limit is told so like everybody, and as late")
    void hidesTheLimitsWhileOthersDoNotAnswer() {
        Inquiries inquiries = inquiries(1);
        Asked silent = new Asked(FOUND, CardAnswer.UNAVAILABLE, CODE, () -> now += 5 * STEP);
        assertThat(inquiries.answer(BY, ATTEMPT, silent)).isEqualTo(new Outcome.TryLater<>());
        admission = new Admission.Refused(Bound.values()[0]);
        leftAt.clear();
        long received = now;
        assertThat(inquiries.answer(BY, ATTEMPT, silent)).isEqualTo(new Outcome.TryLater<>());
        assertThat(leftAt).containsExactly(received + 6 * STEP);

        now += Duration.ofMinutes(1).toNanos() + 1;
        leftAt.clear();
        received = now;
        assertThat(inquiries.answer(BY, ATTEMPT, silent)).isEqualTo(new Outcome.NotVerified<>());
        assertThat(leftAt).containsExactly(received + STEP);
    }

    @Test
    void letsNoFaultLeaveBeforeItsTime() {
        Asked faulty = new Asked(FOUND, CardAnswer.YES, CODE, () -> {
            throw new IllegalStateException("a fault");
        });
        assertThatIllegalStateException().isThrownBy(() -> inquiries(1).answer(BY, ATTEMPT, faulty));
        assertThat(leftAt).containsExactly(1_000 + STEP);
    }

    @Test
    void givesItsPlaceUpWhileItsAnswerWaits() {
        List<Outcome<String>> meanwhile = new ArrayList<>();
        Inquiries[] one = new Inquiries[1];
        AnswerTime time = new AnswerTime(Duration.ofNanos(STEP), () -> now, pause -> {
            if (meanwhile.isEmpty()) {
                meanwhile.add(new Outcome.TryLater<>());
                meanwhile.set(0, one[0].answer(BY, ATTEMPT, new Asked(FOUND, CardAnswer.YES, CODE, () -> {})));
            }
        });
        one[0] = new Inquiries(new OneCaptcha(), new Noting(), time, 1, new SimpleMeterRegistry());
        one[0].answer(BY, ATTEMPT, new Asked(NONE, CardAnswer.NO, CODE, () -> {}));
        assertThat(meanwhile).containsExactly(new Outcome.Verified<>("the code"));
    }

    @Test
    @DisplayName("P28: who comes while all places are taken is told so at once, and keeps the captcha")
    void turnsAwayWhomItHasNoPlaceFor() throws Exception {
        Inquiries one = inquiries(1);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Outcome<String>> slow = threads.submit(() -> one.answer(BY, ATTEMPT,
                    new Asked(FOUND, CardAnswer.YES, CODE, () -> {
                        inside.countDown();
                        awaitUninterrupted(over);
                    })));
            inside.await();
            calls.clear();
            assertThat(one.answer(BY, ATTEMPT, new Asked(FOUND, CardAnswer.YES, CODE, () -> {})))
                    .isEqualTo(new Outcome.TryLater<>());
            assertThat(calls).isEmpty();
            over.countDown();
            assertThat(slow.get()).isEqualTo(new Outcome.Verified<>("the code"));
        }
        assertThat(one.answer(BY, ATTEMPT, new Asked(FOUND, CardAnswer.YES, CODE, () -> {})))
                .isEqualTo(new Outcome.Verified<>("the code"));
    }

    private Outcome<String> answer(Lookup found, CardAnswer card, Recovery<String> recovery) {
        now = 1_000;
        return inquiries(1).answer(BY, ATTEMPT, new Asked(found, card, recovery, () -> now += 5));
    }

    private Inquiries inquiries(int atOnce) {
        AnswerTime time = new AnswerTime(Duration.ofNanos(STEP), () -> now, pause -> leftAt.add(now + pause));
        return new Inquiries(new OneCaptcha(), new Noting(), time, atOnce, new SimpleMeterRegistry());
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Asked implements Questions<String> {

        private final Lookup found;
        private final CardAnswer card;
        private final Recovery<String> recovery;
        private final Runnable meanwhile;

        Asked(Lookup found, CardAnswer card, Recovery<String> recovery, Runnable meanwhile) {
            this.found = found;
            this.card = card;
            this.recovery = recovery;
            this.meanwhile = meanwhile;
        }

        @Override
        public Lookup find() {
            calls.add("find");
            return found;
        }

        @Override
        public CardAnswer card(Lookup lookup) {
            calls.add("card");
            meanwhile.run();
            assertThat(lookup).isSameAs(found);
            return card;
        }

        @Override
        public Recovery<String> recover(String uvci) {
            calls.add("recover");
            return recovery;
        }
    }

    private final class Noting implements GuessingLimits {

        @Override
        public Admission admit(Attempt attempt) {
            calls.add("admit");
            return admission;
        }

        @Override
        public void verified(Reservation reservation) {
            calls.add("verified");
        }

        @Override
        public void failed(Reservation reservation) {
            calls.add("failed");
        }

        @Override
        public void undecided(Reservation reservation) {
            calls.add("undecided");
        }
    }

    private final class OneCaptcha implements Captchas {

        @Override
        public Challenge issue(Form form, Kind wish) {
            return new Challenge.Unavailable();
        }

        @Override
        public Verdict redeem(Form form, String codiceCaptcha) {
            calls.add("captcha");
            return captcha;
        }

        @Override
        public Optional<byte[]> picture(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<byte[]> sound(String id, Locale language) {
            return Optional.empty();
        }
    }
}
