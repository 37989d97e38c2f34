package it.dgc.portal.limits;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import it.dgc.portal.limits.address.ClientAddress;
import it.dgc.portal.limits.counters.Counters;
import it.dgc.portal.limits.keys.KeyedHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Bounds how many captchas one address block has issued, shown and spoken in a minute, over all instances, so that a flood neither
 * fills the store nor keeps everybody's work hard (reference: reliability T15, P28).
 */
final class CaptchaFlood {

    private static final Logger LOG = LoggerFactory.getLogger(CaptchaFlood.class);

    private final Counters counters;
    private final long most;
    private final KeyedHash hash;
    private final Clock clock;
    private final MeterRegistry meters;

    CaptchaFlood(Counters counters, LimitsProperties bounds, KeyedHash hash, Clock clock, MeterRegistry meters) {
        this.counters = counters;
        this.most = bounds.captchasOfAddress();
        this.hash = hash;
        this.clock = clock;
        this.meters = meters;
    }

    /** @return whether there is room; also where nobody can tell, since then there are no captchas either */
    boolean admits(ClientAddress from) {
        try {
            boolean room = counters.spend(hash.text("limits.captchas", from.block()), most, LimitsProperties.MINUTE,
                    clock.instant());
            if (!room) {
                meters.counter(CountedLimits.REFUSED, "bound", Bound.CAPTCHAS.name()).increment();
            }
            return room;
        } catch (DataAccessException storeAway) {
            LOG.warn("captchas are not counted, because the counters are away: {}", storeAway.getClass().getName());
            return true;
        }
    }
}
