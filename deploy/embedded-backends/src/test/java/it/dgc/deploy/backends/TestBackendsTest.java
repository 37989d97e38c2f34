package it.dgc.deploy.backends;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TestBackendsTest {

    /** A port that nothing serves: reserved, and refused at once on loopback. */
    private static final String NOWHERE = "127.0.0.1:1";

    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    Path directory;

    @Test
    void servesOneKafkaAndOneStoreToAllTests() throws Exception {
        TestBackends.createTopics(Messages.TOPIC);
        try (KafkaProducer<String, String> producer = Messages.producer(TestBackends.kafka())) {
            producer.send(new ProducerRecord<>(Messages.TOPIC.name(), "value")).get();
        }
        try (MongoClient client = MongoClients.create(TestBackends.mongo("shared"))) {
            client.getDatabase("shared").getCollection("any").insertOne(new Document("_id", 1));
            assertThat(client.getDatabase("shared").getCollection("any").countDocuments()).isEqualTo(1);
        }
        assertThat(Messages.all(TestBackends.kafka())).contains("value");
        assertThat(TestBackends.mongo()).isEqualTo(TestBackends.mongo());
        assertThat(RunningBackends.kafkaAnswers(TestBackends.kafka(), PATIENCE)).isTrue();
        assertThat(RunningBackends.MongoProbe.answers(TestBackends.mongo(), PATIENCE)).isTrue();
        assertThat(Files.readAllLines(Path.of("target", "test-backends.txt"))).singleElement().asString()
                .startsWith("[test-backends] Kafka = ").contains(" ; MongoDB = ");
    }

    @Test
    void printsItsLineOncePerJvmAlsoWithoutTestcontainersAndDriver() throws Exception {
        String lean = Stream.of(CLASS_PATH.split(File.pathSeparator))
                .filter(entry -> !entry.matches(".*(testcontainers|docker-java|mongodb-driver|bson).*"))
                .collect(Collectors.joining(File.pathSeparator));

        assertThat(lean).isNotEqualTo(CLASS_PATH);
        assertThat(run(lean)).filteredOn(line -> line.startsWith("[test-backends]")).hasSize(1);
    }

    @Test
    void seesThatNothingAnswers() {
        assertThat(RunningBackends.kafkaAnswers(NOWHERE, SHORT)).isFalse();
        assertThat(RunningBackends.MongoProbe.answers("mongodb://" + NOWHERE, SHORT)).isFalse();
    }

    @Test
    void failsInAJvmWhoseGivenServerDoesNotAnswer() throws Exception {
        assertThat(run(CLASS_PATH, "-DDGC_TEST_MONGODB=mongodb://" + NOWHERE))
                .anyMatch(line -> line.contains("DGC_TEST_MONGODB is given but does not answer"))
                .noneMatch(line -> line.startsWith("[test-backends]"));
    }

    @ParameterizedTest
    @CsvSource({"mongodb://h:1, mongodb://h:1/db", "mongodb://h:1/, mongodb://h:1/db",
            "mongodb://h:1/x, mongodb://h:1/db",
            "mongodb://h:1/?a=b/c, mongodb://h:1/db?a=b/c", "mongodb+srv://u:p@h/x?a=b, mongodb+srv://u:p@h/db?a=b"})
    void putsTheDatabaseBeforeTheOptions(String given, String expected) {
        assertThat(TestBackends.withDatabase(given, "db")).isEqualTo(expected);
    }

    private Iterable<String> run(String classPath, String... options) throws Exception {
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(ChildJvm.command(classPath, Asking.class, options))
                .directory(directory.toFile())
                .redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readAllLines(output);
    }

    /** Asks for the store as several test classes of one JVM would. */
    static final class Asking {

        private Asking() {}

        public static void main(String... arguments) {
            TestBackends.mongo();
            TestBackends.mongo("again");
            // The store's threads keep a JVM alive that nobody ends; Surefire ends its own.
            System.exit(0);
        }
    }
}
