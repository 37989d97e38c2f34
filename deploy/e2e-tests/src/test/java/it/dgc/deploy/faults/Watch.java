package it.dgc.deploy.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.IntStream.range;

/** Asks the broker, past the proxy, how far the work is; while the broker is away, the last answer counts. */
final class Watch implements AutoCloseable {

    static final String GROUP = "generation-service";

    private static final String NOTIFICATIONS = "sistema-ts.exemptions";
    private static final String EVENTS = "dgc.certificate-events";
    /** Of a question that is asked again and again. */
    private static final int TIMEOUT_MILLIS = 3_000;
    private static final int PATIENT_MILLIS = 120_000;

    private final int partitions;
    private final Admin admin;
    private long certificates;

    /** @param partitions of the topics that are looked at */
    Watch(String bootstrapServers, int partitions) {
        this.partitions = partitions;
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS));
    }

    /** Makes the topics that are looked at here, unless a service was quicker. */
    void createTopics() throws ExecutionException, InterruptedException {
        for (String topic : List.of(NOTIFICATIONS, EVENTS)) {
            try {
                admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)),
                        new CreateTopicsOptions().timeoutMs(PATIENT_MILLIS)).all().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    /** @return events of issued certificates; a little more than certificates where some came twice */
    long certificates() {
        try {
            certificates = admin
                    .listOffsets(range(0, partitions).boxed()
                            .collect(toMap(nth -> new TopicPartition(EVENTS, nth), nth -> OffsetSpec.latest())))
                    .all().get().values().stream().mapToLong(end -> end.offset()).sum();
        } catch (ExecutionException e) {
            orThrow(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return certificates;
    }

    /** @return whether the broker counts a consumer of that client among the group */
    boolean isMember(String client) {
        try {
            return admin.describeConsumerGroups(List.of(GROUP)).all().get().get(GROUP).members().stream()
                    .anyMatch(member -> member.clientId().startsWith(client));
        } catch (ExecutionException e) {
            orThrow(e);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Lets the group read everything again; nobody of it may be there. */
    void rewind() throws ExecutionException, InterruptedException {
        Patience.await(Duration.ofMinutes(1), this::isGroupEmpty, () -> "the group is not empty");
        admin.alterConsumerGroupOffsets(GROUP, range(0, partitions).boxed().collect(toMap(
                nth -> new TopicPartition(NOTIFICATIONS, nth), nth -> new OffsetAndMetadata(0)))).all().get();
    }

    private boolean isGroupEmpty() {
        try {
            return admin.describeConsumerGroups(List.of(GROUP)).all().get().get(GROUP).members().isEmpty();
        } catch (ExecutionException e) {
            orThrow(e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        admin.close();
    }

    private static void orThrow(ExecutionException e) {
        if (!(e.getCause() instanceof RetriableException || e.getCause() instanceof UnknownTopicOrPartitionException)) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
