package it.dgc.deploy.backends;

import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Which Kafka and which MongoDB the tests of this JVM use: the given one, else Docker's, else the embedded one. */
record BackendChoice(Source kafka, Source mongo) {

    /** System property or environment variable with the bootstrap servers. */
    static final String KAFKA_SETTING = "DGC_TEST_KAFKA";

    /** System property or environment variable with the connection string. */
    static final String MONGODB_SETTING = "DGC_TEST_MONGODB";

    sealed interface Source {

        record Given(String address) implements Source {}

        record Docker(String image) implements Source {}

        record Embedded(String kind) implements Source {}
    }

    /** What the choice depends on, so that a test can choose the world; a setting that is absent is null. */
    record World(UnaryOperator<String> settings, BooleanSupplier docker, Predicate<String> kafkaAnswers,
            Predicate<String> mongoAnswers) {}

    static BackendChoice in(World world) {
        Source kafka = given(world, KAFKA_SETTING, world.kafkaAnswers());
        Source mongo = given(world, MONGODB_SETTING, world.mongoAnswers());
        boolean docker = (kafka == null || mongo == null) && world.docker().getAsBoolean();
        return new BackendChoice(kafka != null ? kafka : ownKafka(docker), mongo != null ? mongo : ownMongo(docker));
    }

    /** Says in one line which backends ran, without a password. */
    String line() {
        return "[test-backends] Kafka = " + text(kafka) + " ; MongoDB = " + text(mongo);
    }

    private static Source given(World world, String setting, Predicate<String> answers) {
        String address = world.settings().apply(setting);
        if (address == null || address.isBlank()) {
            return null;
        }
        if (!answers.test(address)) {
            throw new IllegalStateException(setting + " is given but does not answer: " + withoutPassword(address)
                    + ". Start it, or unset " + setting + " to use Docker or the embedded one.");
        }
        return new Source.Given(address);
    }

    private static Source ownKafka(boolean docker) {
        return docker ? new Source.Docker("apache/kafka:4.2.1") : new Source.Embedded("KRaft 4.2.1 in this JVM");
    }

    private static Source ownMongo(boolean docker) {
        return docker
                ? new Source.Docker("mongo:8")
                : new Source.Embedded("mongo-java-server in memory, not MongoDB itself");
    }

    private static String text(Source source) {
        return switch (source) {
            case Source.Given given -> withoutPassword(given.address());
            case Source.Docker docker -> "Docker " + docker.image();
            case Source.Embedded embedded -> "embedded (" + embedded.kind() + ")";
        };
    }

    private static String withoutPassword(String address) {
        return address.replaceFirst("://[^/]*@", "://***@");
    }
}
