package it.dgc.revocation.publication.events;

import io.micrometer.core.instrument.MeterRegistry;

import it.dgc.revocation.publication.RevocationList;
import org.springframework.stereotype.Component;

/** How many events came to what. */
@Component
final class EventMetrics {

    private static final String EVENTS = "dgc.drl.events";

    private final MeterRegistry meters;

    EventMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void applied(RevocationList.Effect effect) {
        count(effect.name());
    }

    void ignored() {
        count("IGNORED");
    }

    void refused(RefusalReason reason) {
        count(reason.name());
    }

    /** A try that will be repeated. */
    void failed() {
        count("FAILED");
    }

    private void count(String outcome) {
        meters.counter(EVENTS, "outcome", outcome).increment();
    }
}
