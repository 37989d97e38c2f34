package it.dgc.deploy.local.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import it.dgc.common.messages.Topics;
import it.dgc.deploy.local.console.ExplainedException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the generation service has read: it commits a position only when it is done with all that stands before. */
final class ReadPositions implements AutoCloseable {

    private static final String GROUP = "generation-service";
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(50);

    private final Admin admin;

    private ReadPositions(Admin admin) {
        this.admin = admin;
    }

    static ReadPositions of(String bootstrapServers) {
        return new ReadPositions(Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers)));
    }

    /**
     * Returns when the service is done with every one of the records.
     *
     * @throws ExplainedException if it is not within that time
     */
    void awaitPast(Collection<BrokerPosition> records, Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        while (!isPast(records)) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                throw new ExplainedException("The generation service was not done within " + timeout.toSeconds()
                        + " s; what was sent is kept and will be worked on.");
            }
            LockSupport.parkNanos(BETWEEN_QUESTIONS.toNanos());
        }
    }

    @Override
    public void close() {
        admin.close();
    }

    boolean isPast(Collection<BrokerPosition> records) {
        Map<Integer, Long> last = records.stream()
                .collect(Collectors.toMap(BrokerPosition::partition, BrokerPosition::offset, Math::max));
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        return last.entrySet().stream().allMatch(record -> {
            OffsetAndMetadata position = committed.get(new TopicPartition(Topics.EXEMPTIONS, record.getKey()));
            return position != null && position.offset() > record.getValue();
        });
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() {
        try {
            return admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get();
        } catch (ExecutionException refused) {
            throw new ExplainedException("The broker does not say how far the generation service has read.", refused);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }
}
