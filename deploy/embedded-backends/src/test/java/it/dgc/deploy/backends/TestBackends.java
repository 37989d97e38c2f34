package it.dgc.deploy.backends;

import java.util.List;

/**
 * The Kafka and the MongoDB that all tests of this JVM share: those given by {@code DGC_TEST_KAFKA} and {@code DGC_TEST_MONGODB}
 * (system property or environment variable), else Docker's, else the embedded ones. Each starts at its first use and ends with
 * the JVM, so tests take a database and a topic of their own.
 */
public final class TestBackends {

    private TestBackends() {}

    /** Returns the bootstrap servers. */
    public static String kafka() {
        return RunningBackends.get().kafka();
    }

    /** Returns the connection string without database; take {@link #mongo(String)} where options may follow. */
    public static String mongo() {
        return RunningBackends.get().mongo();
    }

    /** Returns the connection string of the named database, with the options of a given address. */
    public static String mongo(String database) {
        return withDatabase(mongo(), database);
    }

    /** Creates what is missing, on whichever Kafka runs. */
    public static void createTopics(TopicSpec... topics) {
        KafkaControl.createTopics(kafka(), List.of(topics));
    }

    static String withDatabase(String address, String database) {
        int options = address.indexOf('?');
        String base = options < 0 ? address : address.substring(0, options);
        String rest = options < 0 ? "" : address.substring(options);
        return base.replaceFirst("^([^:]+://[^/]+).*$", "$1") + "/" + database + rest;
    }
}
