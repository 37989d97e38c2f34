package it.dgc.portal.limits.counters;

import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/** Takes out what has left its windows; a job, because not every store ends documents by itself. */
class ForgottenCounters {

    private static final Logger LOG = LoggerFactory.getLogger(ForgottenCounters.class);

    private final Counters counters;
    private final Clock clock;

    ForgottenCounters(Counters counters, Clock clock) {
        this.counters = counters;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${dgc.limits.forget-every:10m}", fixedDelayString = "${dgc.limits.forget-every:10m}")
    void forget() {
        try {
            counters.forget(clock.instant());
        } catch (DataAccessException storeAway) {
            LOG.warn("old counters stay until the next round: {}", storeAway.getClass().getName());
        }
    }
}
