package it.dgc.deploy.backends;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** What is asked of any Kafka, embedded or not, through its public administration protocol. */
final class KafkaControl {

    private KafkaControl() {}

    /** Returns once the broker takes part in its cluster; fails when it does not within the given time. */
    static void awaitReady(String bootstrapServers, Duration patience) {
        try (Admin admin = admin(bootstrapServers, patience)) {
            long end = System.nanoTime() + patience.toNanos();
            while (await(admin.describeCluster().nodes(), patience).isEmpty()) {
                if (System.nanoTime() - end > 0) {
                    throw new IllegalStateException("Kafka at " + bootstrapServers + " has no active broker");
                }
                Thread.onSpinWait();
            }
        }
    }

    /** Creates what is missing; a topic that exists stays as it is. */
    static void createTopics(String bootstrapServers, Collection<TopicSpec> topics) {
        Duration patience = Duration.ofSeconds(60);
        try (Admin admin = admin(bootstrapServers, patience)) {
            admin.createTopics(topics.stream().map(TopicSpec::toNewTopic).toList()).values().values()
                    .forEach(created -> awaitCreated(created, patience));
        }
    }

    private static void awaitCreated(KafkaFuture<Void> created, Duration patience) {
        try {
            await(created, patience);
        } catch (IllegalStateException e) {
            boolean exists = e.getCause() != null && e.getCause().getCause() instanceof TopicExistsException;
            if (!exists) {
                throw e;
            }
        }
    }

    private static Admin admin(String bootstrapServers, Duration patience) {
        int millis = Math.toIntExact(patience.toMillis());
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis));
    }

    private static <T> T await(KafkaFuture<T> future, Duration patience) {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for Kafka", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka does not answer as it should: " + e.getMessage(), e);
        }
    }
}
