package it.dgc.deploy.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.apache.kafka.common.KafkaException;
import org.bson.Document;

/** Chooses once per JVM, starts on demand, stops at the JVM's end. */
final class RunningBackends {

    /** A given server that does not answer within this time is taken as absent. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static RunningBackends instance;
    private static IllegalStateException failure;

    private final BackendChoice choice;
    private String kafka;
    private String mongo;

    private RunningBackends(BackendChoice choice) {
        this.choice = choice;
    }

    /** Fails each test in the same way, without asking an absent server again. */
    static synchronized RunningBackends get() {
        if (failure != null) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
        if (instance == null) {
            QuietLogs.set();
            instance = new RunningBackends(chosen());
            announce(instance.choice.line());
        }
        return instance;
    }

    synchronized String kafka() {
        if (kafka == null) {
            kafka = switch (choice.kafka()) {
                case BackendChoice.Source.Given given -> given.address();
                case BackendChoice.Source.Docker docker -> DockerBackends.kafka(docker.image());
                case BackendChoice.Source.Embedded embedded -> embeddedKafka();
            };
        }
        return kafka;
    }

    synchronized String mongo() {
        if (mongo == null) {
            mongo = switch (choice.mongo()) {
                case BackendChoice.Source.Given given -> given.address();
                case BackendChoice.Source.Docker docker -> DockerBackends.mongo(docker.image());
                case BackendChoice.Source.Embedded embedded -> embeddedStore();
            };
        }
        return mongo;
    }

    private static BackendChoice chosen() {
        try {
            // No method reference to the probe: it would load the driver where no MongoDB is given.
            return BackendChoice.in(new BackendChoice.World(RunningBackends::setting, RunningBackends::dockerAvailable,
                    given -> kafkaAnswers(given, PATIENCE), given -> MongoProbe.answers(given, PATIENCE)));
        } catch (IllegalStateException e) {
            failure = e;
            throw e;
        }
    }

    private static String setting(String name) {
        return Optional.ofNullable(System.getProperty(name)).orElseGet(() -> System.getenv(name));
    }

    /** A module without Testcontainers must not load {@link DockerBackends}, which links to it. */
    private static boolean dockerAvailable() {
        return Stream.of("org.testcontainers.DockerClientFactory", "org.testcontainers.kafka.KafkaContainer",
                "org.testcontainers.mongodb.MongoDBContainer").allMatch(RunningBackends::isPresent)
                && DockerBackends.available();
    }

    private static boolean isPresent(String type) {
        try {
            Class.forName(type, false, RunningBackends.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    static boolean kafkaAnswers(String bootstrapServers, Duration patience) {
        try {
            KafkaControl.awaitReady(bootstrapServers, patience);
            return true;
        } catch (IllegalStateException | KafkaException absent) {
            return false;
        }
    }

    private static String embeddedKafka() {
        try {
            Path directory = Files.createTempDirectory("dgc-test-kafka");
            EmbeddedKafka started = EmbeddedKafka.start(directory, 0);
            atExit(() -> {
                started.close();
                delete(directory);
            });
            return started.bootstrapServers();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String embeddedStore() {
        EmbeddedStore started = EmbeddedStore.inMemory();
        atExit(started::close);
        return started.connectionString();
    }

    private static void atExit(Runnable action) {
        Runtime.getRuntime().addShutdownHook(new Thread(action, "stop-test-backend"));
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void announce(String line) {
        System.out.println(line);
        try {
            Path file = Path.of("target", "test-backends.txt");
            Files.createDirectories(file.getParent());
            Files.writeString(file, line + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loaded only where a MongoDB is given, so that a module without the driver can still use Kafka. */
    static final class MongoProbe {

        private MongoProbe() {}

        static boolean answers(String connectionString, Duration patience) {
            MongoClientSettings settings = MongoClientSettings.builder()
                    .applyConnectionString(new ConnectionString(connectionString))
                    .applyToClusterSettings(
                            cluster -> cluster.serverSelectionTimeout(patience.toMillis(), TimeUnit.MILLISECONDS))
                    .build();
            try (MongoClient client = MongoClients.create(settings)) {
                client.getDatabase("admin").runCommand(new Document("ping", 1));
                return true;
            } catch (MongoException absent) {
                return false;
            }
        }
    }
}
