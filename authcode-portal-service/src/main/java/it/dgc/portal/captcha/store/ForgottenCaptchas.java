package it.dgc.portal.captcha.store;

import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/** Takes out what is over; a job, because not every store ends documents by itself. */
class ForgottenCaptchas {

    private static final Logger LOG = LoggerFactory.getLogger(ForgottenCaptchas.class);

    private final OpenCaptchas captchas;
    private final Clock clock;

    ForgottenCaptchas(OpenCaptchas captchas, Clock clock) {
        this.captchas = captchas;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${dgc.captcha.forget-every:1m}", fixedDelayString = "${dgc.captcha.forget-every:1m}")
    void forget() {
        try {
            captchas.forget(clock.instant());
        } catch (DataAccessException storeAway) {
            LOG.warn("old captchas stay until the next round: {}", storeAway.getClass().getName());
        }
    }
}
