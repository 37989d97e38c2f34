package it.dgc.portal.limits;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import it.dgc.common.codes.HealthCardSuffix;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.portal.limits.address.ClientAddress;
import it.dgc.portal.limits.counters.Counters;
import it.dgc.portal.limits.keys.KeyedHash;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Limits and attempts for tests; all persons are synthetic. */
final class Limits {

    static final KeyedHash HASH = new KeyedHash(new byte[32]);
    static final HealthCardSuffix CARD = new HealthCardSuffix("00000001");
    static final LocalDate DAY = LocalDate.parse("2022-01-31");

    private Limits() {}

    static LimitsProperties bounds(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("dgc.limits",
                LimitsProperties.class);
    }

    static GuessingLimits of(Counters counters, Map<String, String> settings, Clock clock, MeterRegistry meters) {
        return new CountedLimits(counters, bounds(settings), HASH, clock, meters);
    }

    static CodiceFiscale person(int number) {
        return new CodiceFiscale("STP%013d".formatted(number));
    }

    static ClientAddress from(int number) {
        return new ClientAddress("%08x/32".formatted(number));
    }

    static Attempt authCode(int person, int from) {
        return Attempt.authCode(person(person), card(person), DAY, from(from));
    }

    /** @return a card for each person, so that the bound on cards is not what is met */
    static HealthCardSuffix card(int person) {
        return new HealthCardSuffix("%08d".formatted(person));
    }
}
