package it.dgc.deploy.local.platform;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import it.dgc.common.messages.Topics;
import it.dgc.deploy.backends.EmbeddedKafka;
import it.dgc.deploy.backends.EmbeddedStore;
import it.dgc.deploy.backends.TopicSpec;
import it.dgc.deploy.local.edge.Edge;
import it.dgc.deploy.local.edge.RouteTable;
import it.dgc.deploy.local.tls.ClientIdentity;
import it.dgc.deploy.local.tls.DevelopmentCa;
import it.dgc.deploy.outbox.MailSink;
import it.dgc.deploy.outbox.SmsFaults;
import it.dgc.deploy.outbox.SmsGateway;
import it.dgc.deploy.sistemats.cards.CardRegister;
import it.dgc.deploy.sistemats.cards.HealthCardControl;
import it.dgc.deploy.sistemats.cards.HealthCardServer;
import it.dgc.generation.GenerationServiceApplication;
import it.dgc.portal.PortalServiceApplication;
import it.dgc.revocation.RevocationServiceApplication;
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

    /** Only the portal has pages, but all services share one class path here; a service's own settings come first. */
    private static final String[] NO_PAGES = {"spring.thymeleaf.enabled=false",
            "spring.thymeleaf.check-template-location=false"};

    private static final String HEALTH = "/actuator/health/readiness";

    /** What verifiers ask first: it answers as soon as the generation service's key has come through the broker. */
    private static final String FIRST_QUESTION = "/v1/dgc/signercertificate/status";

    /** Neutral, like everything that a holder sees; nobody can own this domain (RFC 2606). */
    private static final String SENDER = "Certificati";
    private static final String MAIL_DOMAIN = "dgc.example";

    /** Any will do; always the same one, so that the cards of a platform are the same after a restart. */
    private static final long CARDS = 1;

    /** Long enough to replay notifications after the store was set back, as the generation service has it. */
    private static final Duration NOTIFICATIONS_KEPT = Duration.ofDays(7);
    /** How long an operator has to look at a dead letter, as the generation service has it. */
    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(90);

    private static final List<TopicSpec> TOPICS = List.of(
            new TopicSpec(Topics.EXEMPTIONS, PARTITIONS, false).keptFor(NOTIFICATIONS_KEPT),
            new TopicSpec(Topics.deadLettersOf(Topics.EXEMPTIONS), PARTITIONS, false).keptFor(DEAD_LETTERS_KEPT),
            new TopicSpec(Topics.REVOCATIONS, PARTITIONS, false).keptFor(NOTIFICATIONS_KEPT),
            new TopicSpec(Topics.deadLettersOf(Topics.REVOCATIONS), PARTITIONS, false).keptFor(DEAD_LETTERS_KEPT),
            new TopicSpec(Topics.REVOCATION_REQUESTS, PARTITIONS, false).keptFor(NOTIFICATIONS_KEPT),
            new TopicSpec(Topics.deadLettersOf(Topics.REVOCATION_REQUESTS), PARTITIONS, false)
                    .keptFor(DEAD_LETTERS_KEPT),
            new TopicSpec(Topics.CERTIFICATE_EVENTS, PARTITIONS, false).keptForEver(),
            new TopicSpec(Topics.deadLettersOf(Topics.CERTIFICATE_EVENTS), 1, false).keptFor(DEAD_LETTERS_KEPT),
            new TopicSpec(Topics.AUDIT, 1, false).keptForEver(),
            new TopicSpec(Topics.SIGNER_CERTIFICATES, 1, true),
            new TopicSpec(Topics.deadLettersOf(Topics.SIGNER_CERTIFICATES), 1, false).keptFor(DEAD_LETTERS_KEPT));

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
     * @param institutional its port with mutual TLS
     * @param addresses of broker, store, mail server and SMS gateway
     * @return the generation service
     */
    public Part generation(int port, int institutional, Addresses addresses) {
        return service("The generation service", GenerationServiceApplication.builder().properties(NO_PAGES), port,
                withInstitutions(institutional, generationSettings(addresses)));
    }

    private Map<String, String> generationSettings(Addresses addresses) {
        return Map.ofEntries(
                Map.entry("spring.kafka.bootstrap-servers", addresses.kafka()),
                Map.entry("spring.mongodb.uri", addresses.database("generation")),
                Map.entry("dgc.mode", "development"),
                Map.entry("dgc.secrets.directory", data.secrets().toString()),
                Map.entry("dgc.signing.development-keystore", data.signerKeystore().toString()),
                Map.entry("spring.mail.host", "127.0.0.1"),
                Map.entry("spring.mail.port", Integer.toString(addresses.mail())),
                Map.entry("spring.mail.properties.mail.smtp.starttls.required", "false"),
                Map.entry("dgc.delivery.portal", addresses.portal().toString()),
                Map.entry("dgc.delivery.email.from", SENDER + '@' + MAIL_DOMAIN),
                Map.entry("dgc.delivery.email.message-id-domain", MAIL_DOMAIN),
                Map.entry("dgc.delivery.sms.gateway", addresses.smsGateway().toString()),
                Map.entry("dgc.delivery.sms.sender", SENDER));
    }

    /**
     * @param port of the SMS gateway
     * @param cards where it answers for health cards
     * @return the mock of Sistema TS, which is the SMS gateway too
     */
    public Part sistemaTs(int port, Ports.HealthCards cards) {
        CardRegister register = new CardRegister(CARDS);
        HealthCardServer server = HealthCardServer.start(cards.questions(), authority().serverContext(), register);
        HealthCardControl control = HealthCardControl.start(cards.control(), server, register);
        SmsGateway gateway = SmsGateway.start(data.root(), port, SmsFaults.NONE);
        return new Part("The mock of Sistema TS", Optional.empty(), () -> {
            gateway.close();
            control.close();
            server.close();
        });
    }

    /**
     * @param port of SMTP
     * @param outboxPort of the page that shows what was accepted
     * @return the mail server
     */
    public Part mail(int port, int outboxPort) {
        MailSink sink = MailSink.start(data.root(), port, outboxPort);
        return new Part("The mail server", Optional.empty(), sink::close);
    }

    /**
     * @param port a port
     * @param institutional its port with mutual TLS
     * @param addresses of broker and store
     * @return the rules service
     */
    public Part rules(int port, int institutional, Addresses addresses) {
        return service("The rules service", VerificationRulesApplication.builder().properties(NO_PAGES), port,
                withInstitutions(institutional, Map.of(
                        "spring.kafka.bootstrap-servers", addresses.kafka(),
                        "spring.mongodb.uri", addresses.database("rules"),
                        "dgc.rules.directory", data.rules().toString())));
    }

    /**
     * @param port a port
     * @param institutional its port with mutual TLS
     * @param addresses of broker and store
     * @return the revocation service, which serves the list
     */
    public Part revocation(int port, int institutional, Addresses addresses) {
        return service("The revocation service", RevocationServiceApplication.builder().properties(NO_PAGES),
                port, withInstitutions(institutional, Map.of(
                        "spring.kafka.bootstrap-servers", addresses.kafka(),
                        "spring.mongodb.uri", addresses.database("revocation"),
                        "dgc.drl.directory", data.revocationList().toString())));
    }

    /**
     * @param port a port
     * @param addresses of store, generation service and Sistema TS
     * @return the portal; it has no port with mutual TLS, since no institution asks it
     */
    public Part portal(int port, Addresses addresses) {
        return service("The portal", PortalServiceApplication.builder(), port, portalSettings(addresses));
    }

    /** Browsers reach the edge in clear and by one name; redirections are relative all the same. */
    private Map<String, String> portalSettings(Addresses addresses) {
        ClientIdentity me = authority().portal();
        Map<String, String> settings = new HashMap<>(Map.of(
                "spring.mongodb.uri", addresses.database("portal"),
                "dgc.mode", "development",
                "dgc.secrets.directory", data.portalSecrets().toString(),
                "dgc.limits.trusted-proxies", "127.0.0.1",
                "dgc.pages.origin", addresses.portal().toString(),
                "dgc.pages.secure-cookie", "false",
                "server.tomcat.use-relative-redirects", "true"));
        settings.putAll(towards("dgc.generation.", addresses.certificates(), me));
        settings.putAll(towards("dgc.sistema-ts.", addresses.healthCards(), me));
        return settings;
    }

    private static Map<String, String> towards(String prefix, URI other, ClientIdentity me) {
        return Map.of(prefix + "base-url", other.toString(), prefix + "certificate", me.certificate().toString(),
                prefix + "key", me.key().toString(), prefix + "authority", me.authority().toString());
    }

    /**
     * @param port a port
     * @param addresses of the services
     * @return the edge
     */
    public Part edge(int port, Addresses addresses) {
        Edge edge = Edge.start(port, data.edge(), RouteTable.publicPaths(addresses.rules(),
                addresses.revocation(), addresses.pages()));
        return new Part("The edge", Optional.of(Addresses.local(edge.port()).resolve(FIRST_QUESTION)), edge::close);
    }

    private Map<String, String> withInstitutions(int port, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(authority().settings(port));
        return all;
    }

    private DevelopmentCa authority() {
        return DevelopmentCa.in(data.tls(), Instant.now());
    }

    /**
     * The context has no shutdown hook: hooks run at the same time, and parts must stop one after the other. It does not tell about
     * its own start: for that it would open every jar of the class path.
     */
    private static Part service(String name, SpringApplicationBuilder application, int port,
            Map<String, String> settings) {
        List<String> arguments = new ArrayList<>(List.of("--server.port=" + port));
        settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        ConfigurableApplicationContext context = application.web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF).registerShutdownHook(false).logStartupInfo(false)
                .run(arguments.toArray(String[]::new));
        return new Part(name, Optional.of(Addresses.local(port).resolve(HEALTH)), context::close);
    }
}
