package it.dgc.portal.inquiry;

import java.time.Duration;
import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import it.dgc.portal.captcha.Captchas;
import it.dgc.portal.captcha.Verdict;
import it.dgc.portal.limits.Admission;
import it.dgc.portal.limits.Attempt;
import it.dgc.portal.limits.GuessingLimits;
import it.dgc.portal.limits.address.TrustedProxies;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** Inquiries that wait for nothing and take every captcha, for the tests of what forms ask. */
public final class TestInquiries {

    /** A form that came in. */
    public static final Submission BY = new Submission("solved",
            new TrustedProxies(List.of()).client("192.0.2.1", List.of()));

    private TestInquiries() {}

    /** @param admission of this attempt; any other is a fault of who asks */
    public static Inquiries admitting(Attempt attempt, Admission admission) {
        Captchas captchas = mock(Captchas.class);
        when(captchas.redeem(attempt.form(), "solved")).thenReturn(Verdict.PASSED);
        GuessingLimits limits = mock(GuessingLimits.class);
        when(limits.admit(any())).thenAnswer(asked -> {
            if (!asked.getArgument(0).equals(attempt)) {
                throw new AssertionError("another attempt is counted");
            }
            return admission;
        });
        AnswerTime time = new AnswerTime(Duration.ofMillis(600), () -> 0, pause -> {});
        return new Inquiries(captchas, limits, time, 1, new SimpleMeterRegistry());
    }
}
