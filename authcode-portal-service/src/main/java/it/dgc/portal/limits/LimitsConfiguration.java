package it.dgc.portal.limits;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import it.dgc.portal.limits.address.TrustedProxies;
import it.dgc.portal.limits.counters.Counters;
import it.dgc.portal.limits.keys.KeyedHash;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitsProperties.class)
class LimitsConfiguration {

    @Bean
    GuessingLimits guessingLimits(Counters counters, LimitsProperties bounds, KeyedHash hash, Clock clock,
            MeterRegistry meters) {
        return new CountedLimits(counters, bounds, hash, clock, meters);
    }

    @Bean
    CaptchaFloodGuard captchaFloodGuard(Counters counters, LimitsProperties bounds, KeyedHash hash, Clock clock,
            MeterRegistry meters, TrustedProxies proxies) {
        return new CaptchaFloodGuard(new CaptchaFlood(counters, bounds, hash, clock, meters), proxies);
    }

    @Bean
    TrustedProxies trustedProxies(LimitsProperties bounds) {
        return new TrustedProxies(bounds.trustedProxies());
    }
}
