package it.dgc.generation.intake;

import java.util.List;
import java.util.stream.Stream;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;
import it.dgc.common.messages.Topics;
import it.dgc.generation.issuance.CertificateIssuance;
import it.dgc.generation.issuance.GenerationOutcome;
import it.dgc.generation.issuance.Rejection;
import it.dgc.generation.issuance.RejectionReason;
import it.dgc.generation.secrets.SecretsException;
import it.dgc.generation.signing.SigningException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.annotation.KafkaListener;

/**
 * Takes the notifications of Sistema TS. When it returns, the record is handled or dead-lettered; when it throws, the
 * container hands it in again, without limit. Headers of the sender are not looked at.
 */
class ExemptionListener {

    static final String ID = "exemptions";

    private static final Logger LOG = LoggerFactory.getLogger(ExemptionListener.class);
    private static final int FRAMES = 5;
    /** What ends by itself or by an operator's hand: store, broker, keys. All else is a fault that waits to be mended. */
    private static final List<Class<? extends RuntimeException>> TRANSIENT = List.of(MongoException.class,
            KafkaException.class, org.apache.kafka.common.KafkaException.class, SigningException.class,
            SecretsException.class);

    private final CertificateIssuance issuance;
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;

    private volatile boolean closing;

    ExemptionListener(CertificateIssuance issuance, DeadLetters deadLetters, MeterRegistry meters) {
        this.issuance = issuance;
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    @KafkaListener(id = ID, topics = Topics.EXEMPTIONS, groupId = "${spring.kafka.consumer.group-id}", autoStartup = "false")
    void receive(ConsumerRecord<byte[], byte[]> record) {
        conclude(record, outcome(record));
    }

    /** From now on a failure may come from what is being closed: nothing is judged by it. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    private GenerationOutcome outcome(ConsumerRecord<byte[], byte[]> record) {
        try {
            return switch (NotificationIntake.read(record.key(), record.value())) {
                case Intake.Refused refused -> new GenerationOutcome.Rejected(refused.rejection());
                case Intake.Accepted accepted -> issuance.handle(accepted.event());
            };
        } catch (RuntimeException e) {
            if (closing || TRANSIENT.stream().anyMatch(type -> type.isInstance(e))) {
                throw e;
            }
            return fault(record, e);
        } catch (StackOverflowError | AssertionError e) {
            return fault(record, e);
        }
    }

    private static GenerationOutcome fault(ConsumerRecord<byte[], byte[]> record, Throwable fault) {
        LOG.error("A fault of this service at {}-{}@{}: {} at {}", record.topic(), record.partition(), record.offset(),
                fault.getClass().getName(), Stream.of(fault.getStackTrace()).limit(FRAMES).toList());
        return new GenerationOutcome.Rejected(Rejection.of(RejectionReason.UNEXPECTED_FAULT));
    }

    private void conclude(ConsumerRecord<byte[], byte[]> record, GenerationOutcome outcome) {
        switch (outcome) {
            case GenerationOutcome.Issued issued -> count("issued");
            case GenerationOutcome.AlreadyHandled handled -> count("already-handled");
            case GenerationOutcome.Deferred deferred -> count("deferred");
            case GenerationOutcome.Refused refused -> count("refused");
            case GenerationOutcome.Rejected rejected -> reject(record, rejected.rejection());
        }
    }

    private void reject(ConsumerRecord<byte[], byte[]> record, Rejection rejection) {
        deadLetters.keep(record, rejection);
        meters.counter("dgc.intake.dead-letters", "reason", rejection.reason().name()).increment();
        LOG.warn("Dead letter from {}-{}@{}: {}", record.topic(), record.partition(), record.offset(),
                rejection.code());
    }

    private void count(String outcome) {
        meters.counter("dgc.intake.handled", "outcome", outcome).increment();
    }
}
