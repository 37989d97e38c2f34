package it.dgc.deploy.local.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import it.dgc.common.codes.Cuev;
import it.dgc.deploy.local.console.ExplainedException;
import it.dgc.deploy.sistemats.NotificationProducer;
import it.dgc.deploy.sistemats.RawNotification;
import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.CertificateState;

/** Sends notifications as Sistema TS does, and tells what became of each. */
public final class SistemaTs {

    private static final String NO_CUEV = "-";

    private SistemaTs() {}

    /**
     * @param kafka brokers
     * @param notifications what to send, as it is
     * @throws ExplainedException if the broker does not take one
     */
    public static void send(String kafka, List<RawNotification> notifications) {
        try (NotificationProducer producer = new NotificationProducer(kafka)) {
            notifications.stream().map(one -> producer.sendRaw(one.cuev().orElse(null), one.value())).toList()
                    .forEach(BrokerPosition::of);
        }
    }

    /**
     * @param backends where
     * @param notifications what to send, as it is
     * @param timeout how long to wait for the generation service
     * @return what became of each, in the same order
     * @throws ExplainedException if the broker does not take one, or the service is not done in time
     */
    public static List<Delivery> sendAndWait(Backends backends, List<RawNotification> notifications,
            Duration timeout) {
        try (Register register = Register.open(backends.store(), backends.secrets());
                DeadLetterBox letters = DeadLetterBox.open(backends.kafka());
                ReadPositions positions = ReadPositions.of(backends.kafka());
                NotificationProducer producer = new NotificationProducer(backends.kafka())) {
            Set<Cuev> issuedBefore = issued(register, notifications);
            List<BrokerPosition> sent = notifications.stream()
                    .map(one -> producer.sendRaw(one.cuev().orElse(null), one.value())).toList().stream()
                    .map(BrokerPosition::of).toList();
            positions.awaitPast(sent, timeout);
            return deliveries(notifications, sent, letters.reasons(), issuedBefore, register);
        }
    }

    private static Set<Cuev> issued(Register register, List<RawNotification> notifications) {
        Set<Cuev> issued = new HashSet<>();
        notifications.stream().map(SistemaTs::cuev).flatMap(Optional::stream)
                .filter(cuev -> register.find(cuev).filter(SistemaTs::isIssued).isPresent()).forEach(issued::add);
        return issued;
    }

    private static List<Delivery> deliveries(List<RawNotification> notifications, List<BrokerPosition> sent,
            Map<BrokerPosition, String> refused, Set<Cuev> issuedBefore, Register register) {
        List<Delivery> deliveries = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            RawNotification notification = notifications.get(i);
            Optional<Cuev> cuev = cuev(notification);
            String name = notification.cuev().filter(text -> cuev.isPresent()).orElse(NO_CUEV);
            Optional<String> reason = Optional.ofNullable(refused.get(sent.get(i)));
            deliveries.add(reason.isPresent()
                    ? new Delivery(name, Delivery.Outcome.DEAD_LETTER, reason, Optional.empty())
                    : entered(name, cuev.flatMap(register::find), cuev.filter(issuedBefore::contains).isPresent()));
            cuev.ifPresent(issuedBefore::add);
        }
        return deliveries;
    }

    private static Delivery entered(String name, Optional<CertificateEntry> found, boolean again) {
        CertificateEntry entry = found.orElseThrow(() -> new ExplainedException(
                "A notification is neither in the register nor among the dead letters; details are in the log."));
        return new Delivery(name, outcome(entry.state(), again), entry.refusal(), entry.qrText());
    }

    private static Delivery.Outcome outcome(CertificateState state, boolean again) {
        return switch (state) {
            case ISSUED -> again ? Delivery.Outcome.ALREADY_ISSUED : Delivery.Outcome.ISSUED;
            case DEFERRED -> Delivery.Outcome.DEFERRED;
            case REFUSED -> Delivery.Outcome.REFUSED;
            case REVOKED, REVOKED_BEFORE_ISSUE -> Delivery.Outcome.REVOKED;
            case PINNED -> throw new ExplainedException(
                    "A certificate is decided but not signed yet; ask again in a moment.");
        };
    }

    private static boolean isIssued(CertificateEntry entry) {
        return entry.state() == CertificateState.ISSUED;
    }

    private static Optional<Cuev> cuev(RawNotification notification) {
        return notification.cuev().flatMap(Cuev::parse);
    }
}
