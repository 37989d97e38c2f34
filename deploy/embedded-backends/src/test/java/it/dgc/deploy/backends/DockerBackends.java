package it.dgc.deploy.backends;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/** The genuine servers in containers; Testcontainers itself removes them after the JVM's end. */
final class DockerBackends {

    private DockerBackends() {}

    static boolean available() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @SuppressWarnings("resource")
    static String kafka(String image) {
        KafkaContainer container = new KafkaContainer(image).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        container.start();
        return container.getBootstrapServers();
    }

    @SuppressWarnings("resource")
    static String mongo(String image) {
        MongoDBContainer container = new MongoDBContainer(image);
        container.start();
        return container.getConnectionString();
    }
}
