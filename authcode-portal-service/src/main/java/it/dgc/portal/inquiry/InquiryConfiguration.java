package it.dgc.portal.inquiry;

import java.util.concurrent.locks.LockSupport;

import io.micrometer.core.instrument.MeterRegistry;
import it.dgc.portal.captcha.Captchas;
import it.dgc.portal.limits.GuessingLimits;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InquiryProperties.class)
class InquiryConfiguration {

    @Bean
    Inquiries inquiries(Captchas captchas, GuessingLimits limits, InquiryProperties settings, MeterRegistry meters) {
        AnswerTime time = new AnswerTime(settings.answerAfter(), System::nanoTime, InquiryConfiguration::pause);
        return new Inquiries(captchas, limits, time, settings.atOnce(), meters);
    }

    /** To its end, unless this instance is told to stop. */
    private static void pause(long nanoseconds) {
        long end = System.nanoTime() + nanoseconds;
        for (long left = nanoseconds; left > 0 && !Thread.currentThread().isInterrupted(); left = end
                - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
