package it.dgc.generation.registry;

import it.dgc.common.uvci.Uvci;
import it.dgc.generation.testing.InMemoryDeliveries;
import it.dgc.generation.testing.MutableClock;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The messages in memory may be trusted in place of the real register")
class InMemoryDeliveriesTest implements DeliveriesContract {

    private final MutableClock clock = MutableClock.pinned("2022-01-10T09:00:00Z");
    private final InMemoryDeliveries deliveries = new InMemoryDeliveries(clock);

    @Override
    public Deliveries deliveries() {
        return deliveries;
    }

    @Override
    public MutableClock clock() {
        return clock;
    }

    @Override
    public void enter(Uvci uvci, String record, Channel channel) {
        deliveries.enter(uvci, record, channel);
    }
}
