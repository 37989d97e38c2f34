package it.dgc.portal.inquiry;

import java.util.List;
import java.util.concurrent.locks.LockSupport;

import io.micrometer.core.instrument.MeterRegistry;
import it.dgc.portal.captcha.Captchas;
import it.dgc.portal.limits.GuessingLimits;
import it.dgc.portal.outbound.Peer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InquiryProperties.class)
class InquiryConfiguration {

    @Bean
    Inquiries inquiries(Captchas captchas, GuessingLimits limits, InquiryProperties settings, List<Peer> peers,
            MeterRegistry meters) {
        peers.forEach(peer -> requireRoom(settings.atOnce(), peer));
        AnswerTime time = new AnswerTime(settings.answerAfter(), System::nanoTime, InquiryConfiguration::pause);
        return new Inquiries(captchas, limits, time, settings.atOnce(), meters);
    }

    /** Each form asks one question at a time: with as much room there, none is turned away whose captcha was used up. */
    private static void requireRoom(int atOnce, Peer peer) {
        if (atOnce > peer.atOnce()) {
            throw new IllegalStateException("dgc.portal.at-once (" + atOnce + ") must not be higher than at-once of "
                    + peer.name() + " (" + peer.atOnce() + ")");
        }
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
