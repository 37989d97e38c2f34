package it.dgc.revocation.health;

import it.dgc.revocation.drl.served.ServedList;
import it.dgc.revocation.publication.PublicationState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Up with a list; with a word of its own where a newer one is held back, which takes no instance out of service (P14). */
@Component
final class ListHealthIndicator implements HealthIndicator {

    private static final Status HELD_BACK = new Status("HELD_BACK");

    private final ServedList served;
    private final PublicationState state;

    ListHealthIndicator(ServedList served, PublicationState state) {
        this.served = served;
        this.state = state;
    }

    @Override
    public Health health() {
        if (served.version().isEmpty()) {
            return Health.down().build();
        }
        return (state.heldBack().isPresent() ? Health.status(HELD_BACK) : Health.up()).build();
    }
}
