package it.dgc.revocation.publication;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import it.dgc.revocation.drl.ListVersion;
import it.dgc.revocation.drl.served.ServedList;
import it.dgc.revocation.publication.ledger.HeldReason;
import org.springframework.stereotype.Component;

/** Figures for the people who run the service. */
@Component
final class PublicationMetrics {

    PublicationMetrics(MeterRegistry meters, ServedList served, RevocationList list, PublicationState state,
            Clock clock) {
        gauge(meters, "dgc.drl.version", "version that verifiers get; alert on 0",
                () -> served.version().map(v -> v.mark().version()).orElse(0L));
        gauge(meters, "dgc.drl.entries", "entries of that version",
                () -> served.version().map(ListVersion::mark).map(mark -> mark.total()).orElse(0));
        gauge(meters, "dgc.drl.waiting", "changes that no version has yet", list::waiting);
        gauge(meters, "dgc.drl.not.saved", "versions that could not be written to disk; alert above 0",
                state::timesNotSaved);
        gauge(meters, "dgc.drl.unconfirmed.seconds", "since when the store has not confirmed what is served",
                () -> served.now().unconfirmedSince().map(at -> Duration.between(at, clock.instant()).toSeconds())
                        .orElse(0L));
        for (HeldReason reason : HeldReason.values()) {
            Gauge.builder("dgc.drl.held", () -> state.heldBack().filter(reason::equals).isPresent() ? 1 : 0)
                    .description("whether publication is held back; alert above 0").tag("reason", reason.name())
                    .register(meters);
        }
    }

    private static void gauge(MeterRegistry meters, String name, String description,
            Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(meters);
    }
}
