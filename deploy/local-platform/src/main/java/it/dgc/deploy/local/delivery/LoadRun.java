package it.dgc.deploy.local.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

import it.dgc.common.codes.Cuev;
import it.dgc.common.messages.ExemptionNotification;
import it.dgc.common.messages.Topics;
import it.dgc.deploy.local.console.ExplainedException;
import it.dgc.deploy.sistemats.NotificationProducer;
import it.dgc.deploy.sistemats.SyntheticRegister;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Sends synthetic notifications and waits until each has become a certificate or a dead letter. */
public final class LoadRun implements AutoCloseable {

    private static final double MILLIS = 1e3;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final LoadPlan plan;
    private final Register register;
    private final DeadLetterBox letters;
    private final ReadPositions positions;
    private final IssuedEvents events;
    private final NotificationProducer producer;
    private final Map<String, Long> sentMillisByUvci = new HashMap<>();

    /**
     * @param backends where
     * @param plan what
     */
    public LoadRun(Backends backends, LoadPlan plan) {
        this.plan = plan;
        this.register = Register.open(backends.store(), backends.secrets());
        this.letters = DeadLetterBox.open(backends.kafka(), Topics.EXEMPTIONS);
        this.positions = ReadPositions.of(backends.kafka());
        this.events = IssuedEvents.of(backends.kafka(), sentMillisByUvci::containsKey);
        this.producer = new NotificationProducer(backends.kafka());
    }

    /**
     * @param progress is told how many certificates have been issued
     * @return what was measured
     * @throws ExplainedException if the broker does not take a notification, or nothing moves any more
     */
    public LoadReport run(LongConsumer progress) {
        List<BrokerPosition> sent = send(progress);
        awaitIssued(sent.size(), progress, sent);
        return report(sent.size(), refused(sent));
    }

    @Override
    public void close() {
        producer.close();
        events.close();
        positions.close();
        letters.close();
        register.close();
    }

    private List<BrokerPosition> send(LongConsumer progress) {
        SyntheticRegister persons = new SyntheticRegister(plan.seed());
        Pace pace = new Pace(plan.perSecond());
        List<CompletableFuture<RecordMetadata>> sent = new ArrayList<>(plan.count());
        long nextLook = System.nanoTime();
        for (int i = 0; i < plan.count(); i++) {
            pace.await();
            Instant now = Instant.now();
            ExemptionNotification notification = persons.next(now);
            sentMillisByUvci.put(register.uvciOf(new Cuev(notification.cuev())), now.toEpochMilli());
            sent.add(producer.send(notification));
            if (System.nanoTime() >= nextLook) {
                look(progress);
                nextLook = System.nanoTime() + BETWEEN_LOOKS.toNanos();
            }
        }
        return sent.stream().map(BrokerPosition::of).toList();
    }

    /** Certificates that never come, because their notification was refused, are known only once all has been read. */
    private void awaitIssued(int count, LongConsumer progress, Collection<BrokerPosition> sent) {
        long expected = count;
        long best = -1;
        long deadline = 0;
        for (long issued = look(progress); issued < expected; issued = look(progress)) {
            if (issued > best) {
                best = issued;
                deadline = System.nanoTime() + plan.patience().toNanos();
            } else if (positions.isPast(sent)) {
                expected = count - refused(sent).size();
            }
            if (System.nanoTime() > deadline) {
                throw new ExplainedException("Only " + issued + " of " + count + " certificates were issued and nothing"
                        + " has moved for " + plan.patience().toSeconds() + " s; details are in the platform's log.");
            }
        }
    }

    private long look(LongConsumer progress) {
        events.readSome();
        long issued = events.millisByUvci().size();
        progress.accept(issued);
        return issued;
    }

    private List<String> refused(Collection<BrokerPosition> sent) {
        Map<BrokerPosition, String> reasons = letters.reasons();
        return sent.stream().map(reasons::get).filter(Objects::nonNull).toList();
    }

    private LoadReport report(int count, List<String> refused) {
        Map<String, Long> issued = events.millisByUvci();
        long[] latencies = issued.entrySet().stream()
                .mapToLong(one -> Math.max(0, one.getValue() - sentMillisByUvci.get(one.getKey()))).toArray();
        long first = Collections.min(sentMillisByUvci.values());
        long last = issued.values().stream().mapToLong(Long::longValue).max().orElse(first);
        return new LoadReport(count,
                refused.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting())),
                (last - first) / MILLIS, latencies);
    }
}
