package it.dgc.deploy.local.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import it.dgc.common.messages.Topics;
import it.dgc.deploy.backends.EmbeddedKafka;
import it.dgc.deploy.backends.EmbeddedStore;
import it.dgc.deploy.backends.TopicSpec;
import it.dgc.deploy.local.edge.Edge;
import it.dgc.deploy.local.edge.RouteTable;
import it.dgc.generation.GenerationServiceApplication;
import it.dgc.rules.VerificationRulesApplication;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts single parts on a data directory; each returns when the part has started, which for a service means that it
 * listens, not that it is ready.
 *
 * @param data where they keep their state
 */
public record Parts(DataDirectory data) {

    /** Share the work of a service among its threads; a CUEV or UVCI stays within one partition, in order. */
    private static final int PARTITIONS = 3;

    private static final String HEALTH = "/actuator/health/readiness";

    /** What verifiers ask first: it answers as soon as the generation service's key has come through the broker. */
    private static final String FIRST_QUESTION = "/v1/dgc/signercertificate/status";

    private static final List<TopicSpec> TOPICS = List.of(new TopicSpec(Topics.EXEMPTIONS, PARTITIONS, false),
            new TopicSpec(Topics.deadLettersOf(Topics.EXEMPTIONS), PARTITIONS, false),
            new TopicSpec(Topics.CERTIFICATE_EVENTS, PARTITIONS, false),
            new TopicSpec(Topics.SIGNER_CERTIFICATES, 1, true),
            new TopicSpec(Topics.deadLettersOf(Topics.SIGNER_CERTIFICATES), 1, false));

    /**
     * @param port a port
     * @return the broker, with its topics
     */
    public Part kafka(int port) {
        EmbeddedKafka kafka = EmbeddedKafka.start(data.kafka(), port);
        kafka.createTopics(TOPICS);
        return new Part("Kafka", Optional.empty(), kafka::close);
    }

    /**
     * @param port a port
     * @return the store
     */
    public Part store(int port) {
        EmbeddedStore store = EmbeddedStore.start(data.store(), port);
        return new Part("The store", Optional.empty(), store::close);
    }

    /**
     * @param port a port
     * @param addresses of broker and store
     * @return the generation service
     */
    public Part generation(int port, Addresses addresses) {
        return service("The generation service", GenerationServiceApplication.builder(), port, Map.of(
                "spring.kafka.bootstrap-servers", addresses.kafka(),
                "spring.mongodb.uri", addresses.database("generation"),
                "dgc.mode", "development",
                "dgc.secrets.directory", data.secrets().toString(),
                "dgc.signing.development-keystore", data.signerKeystore().toString()));
    }

    /**
     * @param port a port
     * @param addresses of broker and store
     * @return the rules service
     */
    public Part rules(int port, Addresses addresses) {
        return service("The rules service", VerificationRulesApplication.builder(), port, Map.of(
                "spring.kafka.bootstrap-servers", addresses.kafka(),
                "spring.mongodb.uri", addresses.database("rules")));
    }

    /**
     * @param port a port
     * @param addresses of the services
     * @return the edge
     */
    public Part edge(int port, Addresses addresses) {
        Edge edge = Edge.start(port, data.edge(), RouteTable.publicPaths(addresses.rules()));
        return new Part("The edge", Optional.of(Addresses.local(edge.port()).resolve(FIRST_QUESTION)), edge::close);
    }

    /** The context has no shutdown hook: hooks run at the same time, and parts must stop one after the other. */
    private static Part service(String name, SpringApplicationBuilder application, int port,
            Map<String, String> settings) {
        List<String> arguments = new ArrayList<>(List.of("--server.port=" + port));
        settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        ConfigurableApplicationContext context = application.web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF).registerShutdownHook(false).run(arguments.toArray(String[]::new));
        return new Part(name, Optional.of(Addresses.local(port).resolve(HEALTH)), context::close);
    }
}
