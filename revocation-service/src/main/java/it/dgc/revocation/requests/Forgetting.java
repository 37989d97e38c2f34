package it.dgc.revocation.requests;

import java.time.Clock;
import java.time.Duration;

import it.dgc.revocation.requests.register.RequestRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/** Takes out requests whose time is over; a job, because not every store ends documents by itself. */
class Forgetting {

    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

    private final RequestRegister register;
    private final Duration keptFor;
    private final Clock clock;

    Forgetting(RequestRegister register, Duration keptFor, Clock clock) {
        this.register = register;
        this.keptFor = keptFor;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${dgc.requests.forget-every}", fixedDelayString = "${dgc.requests.forget-every}")
    void forget() {
        try {
            register.forget(clock.instant().minus(keptFor));
        } catch (DataAccessException storeAway) {
            LOG.warn("old requests stay until the next round: {}", storeAway.getClass().getName());
        }
    }
}
