package it.dgc.generation.intake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;
import it.dgc.common.messages.AuditEvent;
import it.dgc.common.messages.Topics;
import it.dgc.generation.deadletters.DeadLetters;
import it.dgc.generation.issuance.CertificateIssuance;
import it.dgc.generation.issuance.EventToCertify;
import it.dgc.generation.issuance.GenerationOutcome;
import it.dgc.generation.issuance.Rejection;
import it.dgc.generation.issuance.RejectionReason;
import it.dgc.generation.secrets.Secrets;
import it.dgc.generation.secrets.SecretsException;
import it.dgc.generation.signing.SigningException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerSeekAware;

/**
 * Takes the notifications of Sistema TS. When it returns, the record is handled or dead-lettered; when it throws, the
 * container hands it in again, without limit: also after an {@link Error}, which then stops nothing. Headers of the
 * sender are not looked at.
 */
class ExemptionListener implements ConsumerSeekAware {

    static final String ID = "exemptions";

    private static final Logger LOG = LoggerFactory.getLogger(ExemptionListener.class);
    private static final int FRAMES = 5;

    /** On whose word a record came that could not be read. */
    private static final AuditEvent.Actor SENDER = new AuditEvent.Actor("SISTEMA_TS", null);
    /** What ends by itself or by an operator's hand: store, broker, keys. All else is a fault that waits to be mended. */
    private static final List<Class<? extends RuntimeException>> TRANSIENT = List.of(MongoException.class,
            KafkaException.class, org.apache.kafka.common.KafkaException.class, SigningException.class,
            SecretsException.class);

    private final CertificateIssuance issuance;
    private final DeadLetters deadLetters;
    private final Secrets secrets;
    private final MeterRegistry meters;
    private final Set<TopicPartition> stricken = ConcurrentHashMap.newKeySet();

    private volatile boolean closing;

    ExemptionListener(CertificateIssuance issuance, DeadLetters deadLetters, Secrets secrets, MeterRegistry meters) {
        this.secrets = secrets;
        this.issuance = issuance;
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    @KafkaListener(id = ID, topics = Topics.EXEMPTIONS, groupId = "${spring.kafka.consumer.group-id}", autoStartup = "false")
    void receive(ConsumerRecord<byte[], byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        try {
            handle(record);
            stricken.remove(partition);
        } catch (Error e) {
            stricken.add(partition);
            throw new StrickenException(e);
        }
    }

    /** @return whether an {@link Error} keeps a partition waiting: the service must then not be called ready */
    boolean isStricken() {
        return !stricken.isEmpty();
    }

    /** What another instance may take over is no longer waiting here. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        stricken.removeAll(partitions);
    }

    /** From now on a failure may come from what is being closed: nothing is judged by it. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    private void handle(ConsumerRecord<byte[], byte[]> record) {
        if (deadLetters.isKept(record)) {
            count("refused-before");
            return;
        }
        switch (read(record)) {
            case Intake.Refused refused -> reject(record, refused.rejection(), Optional.empty());
            case Intake.Accepted accepted -> conclude(record, accepted.event(), outcome(record, accepted.event()));
        }
    }

    private static Intake read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return NotificationIntake.read(record.key(), record.value());
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            return new Intake.Refused(fault(record, e));
        }
    }

    private GenerationOutcome outcome(ConsumerRecord<byte[], byte[]> record, EventToCertify event) {
        try {
            return issuance.handle(event);
        } catch (RuntimeException e) {
            if (closing || TRANSIENT.stream().anyMatch(type -> type.isInstance(e))) {
                throw e;
            }
            return new GenerationOutcome.Rejected(fault(record, e));
        } catch (StackOverflowError | AssertionError e) {
            return new GenerationOutcome.Rejected(fault(record, e));
        }
    }

    private static Rejection fault(ConsumerRecord<byte[], byte[]> record, Throwable fault) {
        LOG.error("A fault of this service at {}-{}@{}: {} at {}", record.topic(), record.partition(), record.offset(),
                fault.getClass().getName(), Stream.of(fault.getStackTrace()).limit(FRAMES).toList());
        return Rejection.of(RejectionReason.UNEXPECTED_FAULT);
    }

    private void conclude(ConsumerRecord<byte[], byte[]> record, EventToCertify event, GenerationOutcome outcome) {
        switch (outcome) {
            case GenerationOutcome.Issued issued -> count("issued");
            case GenerationOutcome.AlreadyHandled handled -> count("already-handled");
            case GenerationOutcome.Deferred deferred -> count("deferred");
            case GenerationOutcome.Refused refused -> count("refused");
            case GenerationOutcome.Rejected rejected -> reject(record, rejected.rejection(), Optional.of(event));
        }
    }

    private void reject(ConsumerRecord<byte[], byte[]> record, Rejection rejection, Optional<EventToCertify> event) {
        deadLetters.keep(record, rejection.code(), event.map(known -> secrets.codes().uvci(known.cuev(), 0)),
                event.map(known -> known.statement().doctor().actor(secrets.index())).orElse(SENDER));
        meters.counter("dgc.intake.dead-letters", "reason", rejection.reason().name()).increment();
        LOG.warn("Dead letter from {}-{}@{}: {}", record.topic(), record.partition(), record.offset(),
                rejection.code());
    }

    private void count(String outcome) {
        meters.counter("dgc.intake.handled", "outcome", outcome).increment();
    }
}
