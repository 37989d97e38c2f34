package it.dgc.rules.settings.served;

import java.time.Duration;
import java.util.Optional;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Figures for the people who run the service. */
@Component
final class RulesMetrics {

    RulesMetrics(MeterRegistry meters, PublishedRules rules) {
        Gauge.builder("dgc.rules.settings.version", rules, r -> r.now().map(Served::version).orElse(0))
                .description("version of the rules that verifiers get; alert on 0").register(meters);
        Gauge.builder("dgc.rules.settings.stale", rules, r -> r.staleFor().map(Duration::toSeconds).orElse(0L))
                .baseUnit("seconds").description("for how long the store has not confirmed them").register(meters);
        Gauge.builder("dgc.rules.settings.copy", rules, r -> r.isOnDisk() ? 1 : 0)
                .description("whether a start without the store would find them; alert on 0").register(meters);
        for (Trouble trouble : Trouble.values()) {
            Gauge.builder("dgc.rules.settings.trouble", rules, r -> r.trouble().equals(Optional.of(trouble)) ? 1 : 0)
                    .tag("kind", trouble.name()).description("why the last good rules go on; alert on 1")
                    .register(meters);
        }
    }
}
