package it.dgc.deploy.backends;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Properties;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;

/** The real Kafka broker, KRaft mode, in this JVM, with its data in a directory that the next start finds again. */
public final class EmbeddedKafka implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A free port may be taken by another process before the broker binds it. */
    private static final int TRIES_FOR_A_FREE_PORT = 3;

    private final KafkaRaftServer server;
    private final KafkaDirectory directory;
    private final String bootstrapServers;

    private EmbeddedKafka(KafkaRaftServer server, KafkaDirectory directory, String bootstrapServers) {
        this.server = server;
        this.directory = directory;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts the broker and returns when it serves.
     *
     * @param dataDirectory made and formatted if missing; of one broker at a time
     * @param port on 127.0.0.1; 0 for any free one
     * @throws IllegalStateException the port or the directory is in use, or the broker does not come up
     */
    public static EmbeddedKafka start(Path dataDirectory, int port) {
        return start(dataDirectory, port, Optional.empty());
    }

    /**
     * As {@link #start(Path, int)}, with a second listener for clients that come through a proxy.
     *
     * @param proxied the second listener
     */
    public static EmbeddedKafka start(Path dataDirectory, int port, ProxiedListener proxied) {
        return start(dataDirectory, port, Optional.of(proxied));
    }

    private static EmbeddedKafka start(Path dataDirectory, int port, Optional<ProxiedListener> proxied) {
        KafkaDirectory directory = KafkaDirectory.open(dataDirectory);
        try {
            EmbeddedKafka kafka = started(directory, port, proxied, port == 0 ? TRIES_FOR_A_FREE_PORT : 1);
            KafkaControl.awaitReady(kafka.bootstrapServers, PATIENCE);
            return kafka;
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Returns host and port, as {@code bootstrap.servers} wants them. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Creates what is missing; a topic that exists stays as it is, whatever its partitions. */
    public void createTopics(Collection<TopicSpec> topics) {
        KafkaControl.createTopics(bootstrapServers, topics);
    }

    /** Stops in order: what is acknowledged is on disk, and the next start need not wait for this broker's session to end. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        directory.close();
    }

    private static EmbeddedKafka started(KafkaDirectory directory, int port, Optional<ProxiedListener> proxied,
            int tries) {
        Ports ports = Ports.free(port);
        try {
            Properties settings = proxied.map(second -> KafkaSettings.of(directory.log(), ports, second))
                    .orElseGet(() -> KafkaSettings.of(directory.log(), ports));
            KafkaConfig config = KafkaConfig.fromProps(settings, false);
            KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
            startWithoutEndingTheJvm(server);
            return new EmbeddedKafka(server, directory, ports.brokerAddress());
        } catch (KafkaException e) {
            if (tries > 1) {
                return started(directory, port, proxied, tries - 1);
            }
            throw new IllegalStateException("Kafka does not start on " + ports.brokerAddress() + ": " + e.getMessage(),
                    e);
        }
    }

    /** A start that fails, say on a taken port, would halt the JVM; here it throws, and only a fault later in life halts. */
    private static void startWithoutEndingTheJvm(KafkaRaftServer server) {
        Exit.setHaltProcedure((status, message) -> {});
        try {
            server.startup();
        } finally {
            Exit.resetHaltProcedure();
        }
    }
}
