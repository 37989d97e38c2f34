package it.dgc.rules.settings.served;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Up with rules; with a word of its own where the last good ones go on, which takes no instance out of service (P15). */
@Component
final class RulesHealthIndicator implements HealthIndicator {

    private static final Status LAST_GOOD = new Status("LAST_GOOD");

    private final PublishedRules rules;

    RulesHealthIndicator(PublishedRules rules) {
        this.rules = rules;
    }

    @Override
    public Health health() {
        if (rules.now().isEmpty()) {
            return Health.outOfService().build();
        }
        return rules.trouble().isEmpty() ? Health.up().build() : Health.status(LAST_GOOD).build();
    }
}
