package it.dgc.generation.intake;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import it.dgc.common.codes.Cuev;
import it.dgc.common.messages.Topics;
import it.dgc.generation.issuance.CertificateIssuance;
import it.dgc.generation.issuance.EventToCertify;
import it.dgc.generation.issuance.GenerationOutcome;
import it.dgc.generation.issuance.IssuanceInStep;
import it.dgc.generation.issuance.Rejection;
import it.dgc.generation.secrets.Secrets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerSeekAware;

/** Takes the notifications of Sistema TS. Headers of the sender are not looked at. */
class ExemptionListener implements ConsumerSeekAware {

    private final CertificateIssuance issuance;
    private final IssuanceInStep inStep;
    private final Gate gate;
    private final Secrets secrets;

    ExemptionListener(CertificateIssuance issuance, IssuanceInStep inStep, Gate gate, Secrets secrets) {
        this.issuance = issuance;
        this.inStep = inStep;
        this.gate = gate;
        this.secrets = secrets;
    }

    @KafkaListener(id = "exemptions", topics = Topics.EXEMPTIONS, groupId = "${spring.kafka.consumer.group-id}", batch = "true", autoStartup = "false")
    void receive(List<ConsumerRecord<byte[], byte[]>> records) {
        gate.passAll(records, this::handleInStep, this::handle);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        gate.handOver(partitions);
    }

    private Map<ConsumerRecord<byte[], byte[]>, Handling> handleInStep(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<ConsumerRecord<byte[], byte[]>, EventToCertify> events = new LinkedHashMap<>();
        records.forEach(record -> {
            if (NotificationIntake.read(record.key(), record.value()) instanceof Intake.Accepted accepted) {
                events.put(record, accepted.event());
            }
        });
        Map<Cuev, GenerationOutcome> outcomes = inStep.handle(List.copyOf(events.values()));
        Map<ConsumerRecord<byte[], byte[]>, Handling> handled = new LinkedHashMap<>();
        events.forEach((record, event) -> Optional.ofNullable(outcomes.get(event.cuev()))
                .ifPresent(outcome -> handled.put(record, handling(event, outcome))));
        return handled;
    }

    private Handling handle(ConsumerRecord<byte[], byte[]> record) {
        return switch (NotificationIntake.read(record.key(), record.value())) {
            case Intake.Refused refused -> Handling.Refused.unread(refused.rejection());
            case Intake.Accepted accepted -> handling(accepted.event(), issuance.handle(accepted.event()));
        };
    }

    private Handling handling(EventToCertify event, GenerationOutcome outcome) {
        return switch (outcome) {
            case GenerationOutcome.Issued issued -> new Handling.Done("issued");
            case GenerationOutcome.AlreadyHandled handled -> new Handling.Done("already-handled");
            case GenerationOutcome.Deferred deferred -> new Handling.Done("deferred");
            case GenerationOutcome.Refused refused -> new Handling.Done("refused");
            case GenerationOutcome.Rejected rejected -> refused(event, rejected.rejection());
        };
    }

    private Handling refused(EventToCertify event, Rejection rejection) {
        return new Handling.Refused(rejection, Optional.of(secrets.codes().uvci(event.cuev(), 0)),
                event.statement().doctor().actor(secrets.index()));
    }
}
