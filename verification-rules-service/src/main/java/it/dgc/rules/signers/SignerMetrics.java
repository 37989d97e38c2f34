package it.dgc.rules.signers;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/** Figures for the people who run the service; none of them tells one key from another. */
@Component
final class SignerMetrics {

    private static final String MESSAGES = "dgc.rules.signer.messages";

    private final MeterRegistry meters;

    SignerMetrics(MeterRegistry meters, PublishedSigners signers) {
        this.meters = meters;
        Gauge.builder("dgc.rules.signers.served", signers, s -> s.now().inTokenOrder().size())
                .description("certificates that verifiers get; alert on 0").register(meters);
        Gauge.builder("dgc.rules.signers.expired", signers, PublishedSigners::expired)
                .description("active signers withheld because their certificate has expired; alert above 0")
                .register(meters);
    }

    void applied(SignerRegister.Effect effect) {
        count(effect.name());
    }

    void refused(RefusalReason reason) {
        count(reason.name());
    }

    /** A try that will be repeated. */
    void failed() {
        count("FAILED");
    }

    private void count(String outcome) {
        meters.counter(MESSAGES, "outcome", outcome).increment();
    }
}
