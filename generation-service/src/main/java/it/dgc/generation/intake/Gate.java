package it.dgc.generation.intake;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;
import it.dgc.generation.deadletters.DeadLetters;
import it.dgc.generation.issuance.Rejection;
import it.dgc.generation.issuance.RejectionReason;
import it.dgc.generation.secrets.DamagedFieldException;
import it.dgc.generation.secrets.SecretsException;
import it.dgc.generation.sharing.Cohorts;
import it.dgc.generation.signing.SigningException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.BatchListenerFailedException;

/**
 * Stands around the work of every listener of this room. When it returns, the record is handled or dead-lettered; when it
 * throws, the container hands the record in again, without limit: also after an {@link Error}, which then stops nothing.
 */
class Gate {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final int FRAMES = 5;
    private static final byte[] NO_KEY = {};

    /** What ends by itself or by an operator's hand: store, broker, keys. All else is a fault that waits to be mended. */
    private static final List<Class<? extends RuntimeException>> TRANSIENT = List.of(MongoException.class,
            KafkaException.class, org.apache.kafka.common.KafkaException.class, SigningException.class,
            SecretsException.class);

    private final DeadLetters deadLetters;
    private final MeterRegistry meters;
    private final Cohorts cohorts;
    private final Set<TopicPartition> stricken = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    Gate(DeadLetters deadLetters, MeterRegistry meters, Cohorts cohorts) {
        this.deadLetters = deadLetters;
        this.meters = meters;
        this.cohorts = cohorts;
    }

    void pass(ConsumerRecord<byte[], byte[]> record, Function<ConsumerRecord<byte[], byte[]>, Handling> work) {
        TopicPartition partition = partition(record);
        try {
            handle(record, work);
            stricken.remove(partition);
        } catch (Error e) {
            stricken.add(partition);
            throw new StrickenException(e);
        }
    }

    /**
     * Passes many at once, those with the same key one after the other. When it returns, all are handled or dead-lettered; else
     * the container hands in again the first that was not, and all behind it.
     *
     * @param records of one partition, in their order
     * @param together handles records of different keys as far as it can, and says what became of those
     * @param work handles one by itself
     */
    void passAll(List<ConsumerRecord<byte[], byte[]>> records,
            Function<List<ConsumerRecord<byte[], byte[]>>, Map<ConsumerRecord<byte[], byte[]>, Handling>> together,
            Function<ConsumerRecord<byte[], byte[]>, Handling> work) {
        Map<ByteBuffer, List<ConsumerRecord<byte[], byte[]>>> byKey = new LinkedHashMap<>();
        records.forEach(record -> byKey.computeIfAbsent(key(record), one -> new ArrayList<>()).add(record));
        List<Stopped> stopped = new ArrayList<>();
        Set<ConsumerRecord<byte[], byte[]>> handled = handleTogether(
                byKey.values().stream().map(List::getFirst).toList(), together, stopped);
        if (stopped.isEmpty()) {
            List<List<ConsumerRecord<byte[], byte[]>>> left = byKey.values().stream()
                    .map(same -> same.stream().filter(record -> !handled.contains(record)).toList())
                    .filter(same -> !same.isEmpty()).toList();
            cohorts.handle(left, same -> handleInOrder(same, work)).forEach(one -> one.ifPresent(stopped::add));
        }
        note(records, stopped);
        stopped.stream().min(Comparator.comparing(one -> one.at().offset())).ifPresent(first -> {
            throw new BatchListenerFailedException("Not handled", first.cause(), first.at());
        });
    }

    /**
     * @param stopped gets the first that was not handled, where store or broker fail
     * @return those that were handled
     */
    private Set<ConsumerRecord<byte[], byte[]>> handleTogether(List<ConsumerRecord<byte[], byte[]>> records,
            Function<List<ConsumerRecord<byte[], byte[]>>, Map<ConsumerRecord<byte[], byte[]>, Handling>> together,
            List<Stopped> stopped) {
        Set<ConsumerRecord<byte[], byte[]>> handled = new HashSet<>();
        try {
            Set<ConsumerRecord<byte[], byte[]>> refused = deadLetters.refusedAmong(records);
            cohorts.parts(records.stream().filter(record -> !refused.contains(record)).toList())
                    .forEach(part -> together.apply(part).forEach((record, handling) -> {
                        conclude(record, handling);
                        handled.add(record);
                    }));
        } catch (RuntimeException | Error e) {
            if (isToBeJudged(e)) {
                LOG.warn("Of {} records the rest is handled one by one: {}", records.size(), e.getClass().getName());
            } else {
                stopped.add(new Stopped(
                        records.stream().filter(record -> !handled.contains(record)).findFirst().orElseThrow(), e));
            }
        }
        return handled;
    }

    private Optional<Stopped> handleInOrder(List<ConsumerRecord<byte[], byte[]>> records,
            Function<ConsumerRecord<byte[], byte[]>, Handling> work) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                handle(record, work);
            } catch (RuntimeException | Error e) {
                return Optional.of(new Stopped(record, e));
            }
        }
        return Optional.empty();
    }

    private void note(List<ConsumerRecord<byte[], byte[]>> records, List<Stopped> stopped) {
        TopicPartition partition = partition(records.getFirst());
        if (stopped.stream().anyMatch(one -> one.why() instanceof Error)) {
            stricken.add(partition);
        } else if (stopped.isEmpty()) {
            stricken.remove(partition);
        }
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private static ByteBuffer key(ConsumerRecord<byte[], byte[]> record) {
        return ByteBuffer.wrap(record.key() == null ? NO_KEY : record.key());
    }

    private record Stopped(ConsumerRecord<byte[], byte[]> at, Throwable why) {

        /** Containers and their handlers know exceptions only. */
        RuntimeException cause() {
            return why instanceof RuntimeException exception ? exception : new StrickenException((Error) why);
        }
    }

    /** @return whether an {@link Error} keeps a partition waiting: the service must then not be called ready */
    boolean isStricken() {
        return !stricken.isEmpty();
    }

    /** What another instance may take over is no longer waiting here. */
    void handOver(Collection<TopicPartition> partitions) {
        stricken.removeAll(partitions);
    }

    /** From now on a failure may come from what is being closed: nothing is judged by it. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    private void handle(ConsumerRecord<byte[], byte[]> record,
            Function<ConsumerRecord<byte[], byte[]>, Handling> work) {
        if (deadLetters.isKept(record)) {
            count(record, "refused-before");
            return;
        }
        conclude(record, outcome(record, work));
    }

    private void conclude(ConsumerRecord<byte[], byte[]> record, Handling handling) {
        switch (handling) {
            case Handling.Done done -> count(record, done.outcome());
            case Handling.Refused refused -> refuse(record, refused);
        }
    }

    private Handling outcome(ConsumerRecord<byte[], byte[]> record,
            Function<ConsumerRecord<byte[], byte[]>, Handling> work) {
        try {
            return work.apply(record);
        } catch (RuntimeException | Error e) {
            if (isToBeJudged(e)) {
                return fault(record, e);
            }
            throw e;
        }
    }

    /** @return whether it is the record's fault or ours, and would come again with the record */
    private boolean isToBeJudged(Throwable failure) {
        return failure instanceof RuntimeException exception
                ? !closing && !isTransient(exception)
                : failure instanceof StackOverflowError || failure instanceof AssertionError;
    }

    /** A field that its own key cannot open was altered: no repetition will open it. */
    private static boolean isTransient(RuntimeException failure) {
        return !(failure instanceof DamagedFieldException)
                && TRANSIENT.stream().anyMatch(type -> type.isInstance(failure));
    }

    private static Handling fault(ConsumerRecord<byte[], byte[]> record, Throwable fault) {
        LOG.error("A fault of this service at {}-{}@{}: {} at {}", record.topic(), record.partition(), record.offset(),
                fault.getClass().getName(), Stream.of(fault.getStackTrace()).limit(FRAMES).toList());
        return Handling.Refused.unread(Rejection.of(RejectionReason.UNEXPECTED_FAULT));
    }

    private void refuse(ConsumerRecord<byte[], byte[]> record, Handling.Refused refused) {
        Rejection rejection = refused.rejection();
        deadLetters.keep(record, rejection.code(), refused.certificate(), refused.actor());
        meters.counter("dgc.intake.dead-letters", "topic", record.topic(), "reason", rejection.reason().name())
                .increment();
        LOG.warn("Dead letter from {}-{}@{}: {}", record.topic(), record.partition(), record.offset(),
                rejection.code());
    }

    private void count(ConsumerRecord<byte[], byte[]> record, String outcome) {
        meters.counter("dgc.intake.handled", "topic", record.topic(), "outcome", outcome).increment();
    }
}
