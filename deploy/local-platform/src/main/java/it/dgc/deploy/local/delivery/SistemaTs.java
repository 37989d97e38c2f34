package it.dgc.deploy.local.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

import it.dgc.common.codes.Cuev;
import it.dgc.common.messages.Topics;
import it.dgc.deploy.local.console.ExplainedException;
import it.dgc.deploy.sistemats.NotificationProducer;
import it.dgc.deploy.sistemats.SyntheticRegister;
import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.CertificateState;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Sends notifications as Sistema TS does, and tells what became of each. */
public final class SistemaTs {

    private static final String NO_CUEV = "-";

    /** Notifications handed over and not yet confirmed; bounds memory, not speed. */
    private static final int MOST_UNDER_WAY = 10_000;

    private SistemaTs() {}

    /**
     * @param kafka brokers
     * @param notifications what to send, as it is
     * @throws ExplainedException if the broker does not take one
     */
    public static void send(String kafka, List<Outgoing> notifications) {
        try (NotificationProducer producer = new NotificationProducer(kafka)) {
            handOver(producer, notifications);
        }
    }

    /**
     * Notifications about invented persons.
     *
     * @param kafka brokers
     * @param count how many
     * @param seed the same one gives the same persons and exemptions
     * @param perSecond at most so many a second; 0 for as fast as it goes
     * @param progress is told how many have been handed over
     * @throws ExplainedException if the broker does not take one
     */
    public static void sendSynthetic(String kafka, int count, long seed, double perSecond, LongConsumer progress) {
        SyntheticRegister persons = new SyntheticRegister(seed);
        Pace pace = new Pace(perSecond);
        Deque<CompletableFuture<RecordMetadata>> underWay = new ArrayDeque<>();
        try (NotificationProducer producer = new NotificationProducer(kafka)) {
            for (int sent = 1; sent <= count; sent++) {
                pace.await();
                underWay.add(producer.send(persons.next(Instant.now())));
                progress.accept(sent);
                while (underWay.size() > MOST_UNDER_WAY || !underWay.isEmpty() && underWay.peek().isDone()) {
                    BrokerPosition.of(underWay.remove());
                }
            }
            underWay.forEach(BrokerPosition::of);
        }
    }

    /**
     * @param backends where
     * @param notifications what to send, as it is
     * @param timeout how long to wait for the generation service
     * @return what became of each, in the same order
     * @throws ExplainedException if the broker does not take one, or the service is not done in time
     */
    public static List<Delivery> sendAndWait(Backends backends, List<Outgoing> notifications,
            Duration timeout) {
        try (Register register = Register.open(backends.store(), backends.secrets());
                DeadLetterBox letters = DeadLetterBox.open(backends.kafka(), Topics.EXEMPTIONS);
                ReadPositions positions = ReadPositions.of(backends.kafka());
                NotificationProducer producer = new NotificationProducer(backends.kafka())) {
            Set<Cuev> issuedBefore = issued(register, notifications);
            List<BrokerPosition> sent = handOver(producer, notifications);
            positions.awaitPast(sent, timeout);
            return deliveries(notifications, sent, letters.reasons(), issuedBefore, register);
        }
    }

    private static Set<Cuev> issued(Register register, List<Outgoing> notifications) {
        Set<Cuev> issued = new HashSet<>();
        notifications.stream().map(Outgoing::cuev).flatMap(Optional::stream)
                .filter(cuev -> register.find(cuev).filter(SistemaTs::isIssued).isPresent()).forEach(issued::add);
        return issued;
    }

    private static List<Delivery> deliveries(List<Outgoing> notifications, List<BrokerPosition> sent,
            Map<BrokerPosition, String> refused, Set<Cuev> issuedBefore, Register register) {
        List<Delivery> deliveries = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            Optional<Cuev> cuev = notifications.get(i).cuev();
            String name = cuev.map(Cuev::value).orElse(NO_CUEV);
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

    private static List<BrokerPosition> handOver(NotificationProducer producer, List<Outgoing> notifications) {
        return notifications.stream().map(one -> one.sending().apply(producer)).toList().stream()
                .map(BrokerPosition::of).toList();
    }
}
