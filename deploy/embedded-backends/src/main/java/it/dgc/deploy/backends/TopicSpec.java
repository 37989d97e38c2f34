package it.dgc.deploy.backends;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** A topic as the platform needs it; everything unsaid is the broker's default. */
public record TopicSpec(String name, int partitions, boolean compacted, Optional<Duration> retention) {

    /** What Kafka takes for "never deleted": -1 ms. */
    private static final Duration FOR_EVER = Duration.ofMillis(-1);

    public TopicSpec {
        Objects.requireNonNull(name, "name");
        if (partitions < 1) {
            throw new IllegalArgumentException("Topic " + name + " needs at least one partition, not " + partitions);
        }
    }

    public TopicSpec(String name, int partitions, boolean compacted) {
        this(name, partitions, compacted, Optional.empty());
    }

    /** Returns the same topic, whose records may be deleted after that time. */
    public TopicSpec keptFor(Duration time) {
        return new TopicSpec(name, partitions, compacted, Optional.of(time));
    }

    /** Returns the same topic, whose records are never deleted. */
    public TopicSpec keptForEver() {
        return keptFor(FOR_EVER);
    }

    NewTopic toNewTopic() {
        Map<String, String> settings = new HashMap<>();
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG,
                compacted ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE);
        retention.ifPresent(time -> settings.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(time.toMillis())));
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
    }
}
