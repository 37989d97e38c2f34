package it.dgc.rules.signers;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Up once the list was read, empty or not; from then on it is served without the store (P15). Before the first key the
 * service is as ready as it can be: the key comes through it.
 */
@Component
final class SignersHealthIndicator implements HealthIndicator {

    private final PublishedSigners signers;

    SignersHealthIndicator(PublishedSigners signers) {
        this.signers = signers;
    }

    @Override
    public Health health() {
        return (signers.isRead() ? Health.up() : Health.outOfService()).build();
    }
}
