package it.dgc.deploy.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

import it.dgc.deploy.backends.ChildJvm;
import it.dgc.deploy.backends.EmbeddedKafkaMain;
import it.dgc.deploy.backends.EmbeddedStoreMain;
import it.dgc.deploy.faults.network.FreePorts;
import it.dgc.deploy.faults.network.TcpProxy;
import it.dgc.deploy.faults.sistemats.Desk;
import it.dgc.deploy.faults.sistemats.SistemaTsMain;
import it.dgc.deploy.local.tls.DevelopmentCa;
import it.dgc.deploy.outbox.MailSinkMain;
import it.dgc.deploy.outbox.SmsGatewayMain;
import it.dgc.generation.secrets.Secrets;

/** The parts of the platform, each in a JVM of its own; the services reach broker and store through proxies only. */
final class RunningParts implements AutoCloseable {

    /** Both services have three consumers: with so many partitions none of them stands by idle. */
    static final int ONE_A_CONSUMER = 6;

    private static final String LOOPBACK = "127.0.0.1:";
    private static final String PLAIN_LOGGING = "-Dlogback.configurationFile=it/dgc/deploy/faults/part-logback.xml";
    private static final String SPRING_LOGGING = "-Dlogging.config=classpath:it/dgc/deploy/faults/part-logback.xml";
    private static final Executor BACKGROUND = task -> Thread.ofPlatform().start(task);
    /** The least that a broker takes by default (group.min.session.timeout.ms), so that a dead or paused service is noticed soon. */
    private static final String SESSION_MILLIS = "6000";
    private static final String HEARTBEAT_MILLIS = "2000";
    /** Between two versions of the revocation list. */
    static final Duration PUBLISH_EVERY = Duration.ofSeconds(1);

    private final Path data;
    private final Path logs;
    private final Desk desk;
    private final int brokerPort = FreePorts.one();
    private final int proxiedPort = FreePorts.one();
    private final int storePort = FreePorts.one();
    private final TcpProxy brokerProxy = TcpProxy.start(FreePorts.one(), proxiedPort);
    private final TcpProxy storeProxy = TcpProxy.start(FreePorts.one(), storePort);
    private final List<Integer> servicePorts = List.of(FreePorts.one(), FreePorts.one());
    private final int listPort = FreePorts.one();
    private final int requestsPort = FreePorts.one();
    private final String logLevel;
    private final int partitions;
    private final List<CompletableFuture<ChildJvm>> services = new ArrayList<>();

    private ChildJvm mail;
    private ChildJvm sms;
    private volatile ChildJvm broker;
    private volatile ChildJvm store;
    private ChildJvm sistemaTs;
    private ChildJvm revocation;
    private volatile List<String> furtherOptions = List.of();
    private boolean isNetworkFair;

    /**
     * @param data where they keep their state
     * @param logs where they log
     * @param desk what Sistema TS works from
     */
    RunningParts(Path data, Path logs, Desk desk) throws IOException {
        this(data, logs, desk, "WARN", ONE_A_CONSUMER);
    }

    /** @param logLevel of the services; {@code partitions} of the topics that they make */
    RunningParts(Path data, Path logs, Desk desk, String logLevel, int partitions) throws IOException {
        this.logLevel = logLevel;
        this.partitions = partitions;
        this.data = data;
        this.logs = Files.createDirectories(logs);
        this.desk = desk;
    }

    /** From their start on the services reach broker and store without the proxies, which have a price of their own. */
    void spareProxies() {
        isNetworkFair = true;
    }

    private String brokerOfServices() {
        return isNetworkFair ? kafka() : LOOPBACK + brokerProxy.port();
    }

    private String storeOfServices() {
        return isNetworkFair ? mongo() : "mongodb://" + LOOPBACK + storeProxy.port();
    }

    /** Returns when broker, store and one service have started; the other follows, for the first one makes the signing key. */
    void start() {
        Secrets.loadOrCreate(secrets());
        // Without proxies: what is told twice is told twice because a service died, not because a line was cut.
        mail = child("mail", MailSinkMain.class, data.toString(), "0");
        sms = child("sms", SmsGatewayMain.class, data.toString(), "0");
        services.add(starting(0));
        services.add(services.getFirst().thenApplyAsync(first -> service(1), BACKGROUND));
        CompletableFuture<Void> ready = CompletableFuture.allOf(
                CompletableFuture.runAsync(this::startBroker, BACKGROUND),
                CompletableFuture.runAsync(this::startStore, BACKGROUND), services.getFirst());
        ready.join();
    }

    Path secrets() {
        return data.resolve("secrets");
    }

    /** @return directory of what mail server and gateway have accepted */
    Path outbox() {
        return data.resolve("outbox");
    }

    /** @return the broker itself, without the proxy */
    String kafka() {
        return LOOPBACK + brokerPort;
    }

    /** @return the store itself, without the proxy */
    String mongo() {
        return "mongodb://" + LOOPBACK + storePort;
    }

    TcpProxy brokerProxy() {
        return brokerProxy;
    }

    TcpProxy storeProxy() {
        return storeProxy;
    }

    void startBroker() {
        broker = child("broker", EmbeddedKafkaMain.class, data.resolve("kafka").toString(),
                Integer.toString(brokerPort), Integer.toString(proxiedPort), LOOPBACK + brokerProxy.port());
    }

    void startStore() {
        store = child("store", EmbeddedStoreMain.class, data.resolve("store.mv").toString(),
                Integer.toString(storePort));
    }

    /** Sistema TS has its own way to the broker: what breaks between broker and services is not its affair. */
    void startSistemaTs() {
        sistemaTs = child("sistema-ts", SistemaTsMain.class, kafka(), desk.directory().toString());
    }

    /** Returns when the revocation service has started; its institutional callers are those of the data directory. */
    void startRevocation() {
        List<String> settings = new ArrayList<>(List.of("--server.port=" + listPort,
                "--spring.kafka.bootstrap-servers=" + brokerOfServices(),
                "--spring.kafka.consumer.properties.session.timeout.ms=" + SESSION_MILLIS,
                "--spring.kafka.consumer.properties.heartbeat.interval.ms=" + HEARTBEAT_MILLIS,
                "--spring.mongodb.uri=" + storeOfServices() + "/revocation",
                "--dgc.drl.directory=" + data.resolve("revocation-list"),
                "--dgc.drl.publish-every=" + PUBLISH_EVERY.toMillis() + "ms", "--dgc.drl.refresh-every=250ms",
                "--dgc.drl.lease-for=3s"));
        DevelopmentCa.in(data.resolve("tls"), Instant.now()).settings(requestsPort)
                .forEach((name, value) -> settings.add("--" + name + '=' + value));
        List<String> options = new ArrayList<>(options("revocation", SPRING_LOGGING));
        options.add("-Dchaos.level=" + logLevel);
        revocation = ChildJvm.start(RevocationMain.class, logs.resolve("revocation.err"), options,
                settings.toArray(String[]::new));
    }

    void killRevocation() {
        revocation.kill();
    }

    /** @return where Sistema TS communicates revocations */
    URI revocations() {
        return URI.create("https://" + LOOPBACK + requestsPort + "/v1/revocations");
    }

    /** @return the revocation list */
    URI revocationList() {
        return URI.create("http://" + LOOPBACK + listPort + "/v1/dgc/drl");
    }

    void killBroker() {
        broker.kill();
    }

    void killStore() {
        store.kill();
    }

    void killSistemaTs() {
        sistemaTs.kill();
    }

    /** Returns when both services have started. */
    void awaitServices() {
        services.forEach(CompletableFuture::join);
    }

    /** Kills it, as soon as it has started, and lets it start again in the background. */
    void killService(int which) {
        service(which, ChildJvm::kill);
        services.set(which, starting(which));
    }

    /** Kills it and starts it again only when it is told to. */
    void stopService(int which) {
        service(which, ChildJvm::kill);
    }

    void startService(int which) {
        services.set(which, starting(which));
    }

    /** @return what the service says of itself at that path, once it answers */
    String ask(int which, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://" + LOOPBACK + servicePorts.get(which) + path)).build(),
                HttpResponse.BodyHandlers.ofString()).body();
    }

    /** @return the file of the store; whole while the store does not run */
    Path storeFile() {
        return data.resolve("store.mv");
    }

    /** @return where the broker keeps its topics */
    Path brokerDirectory() {
        return data.resolve("kafka");
    }

    void pauseService(int which) {
        service(which, ChildJvm::pause);
    }

    void resumeService(int which) {
        service(which, ChildJvm::resume);
    }

    /** @return how its clients are called at the broker, to begin with */
    static String client(int which) {
        return "service-" + which;
    }

    @Override
    public void close() {
        Stream.concat(services.stream().map(service -> service.exceptionally(failed -> null).join()),
                Stream.of(Optional.ofNullable(sistemaTs), Optional.ofNullable(revocation), Optional.ofNullable(mail),
                        Optional.ofNullable(sms),
                        Optional.ofNullable(broker), Optional.ofNullable(store))
                        .flatMap(Optional::stream))
                .filter(Objects::nonNull).forEach(ChildJvm::kill);
        brokerProxy.close();
        storeProxy.close();
    }

    private void service(int which, Consumer<ChildJvm> action) {
        action.accept(services.get(which).join());
    }

    private CompletableFuture<ChildJvm> starting(int which) {
        return CompletableFuture.supplyAsync(() -> service(which), BACKGROUND);
    }

    private ChildJvm service(int which) {
        List<String> options = new ArrayList<>(options(client(which), SPRING_LOGGING));
        options.add("-Dchaos.level=" + logLevel);
        options.addAll(furtherOptions);
        return ChildJvm.start(GenerationMain.class, logs.resolve(client(which) + ".err"), options,
                "--server.port=" + servicePorts.get(which),
                "--spring.kafka.client-id=" + client(which),
                "--spring.kafka.bootstrap-servers=" + brokerOfServices(),
                "--spring.kafka.consumer.properties.session.timeout.ms=" + SESSION_MILLIS,
                "--spring.kafka.consumer.properties.heartbeat.interval.ms=" + HEARTBEAT_MILLIS,
                "--spring.mongodb.uri=" + storeOfServices() + "/generation",
                "--dgc.mode=development", "--dgc.intake.longest-retry=2s",
                "--dgc.intake.partitions=" + partitions,
                "--spring.mail.host=127.0.0.1", "--spring.mail.port=" + mail.address().split(":")[1],
                "--spring.mail.properties.mail.smtp.starttls.required=false",
                "--dgc.delivery.portal=https://dgc.example/", "--dgc.delivery.email.from=certificati@dgc.example",
                "--dgc.delivery.email.message-id-domain=dgc.example",
                "--dgc.delivery.sms.gateway=" + sms.address() + "/sms/messages",
                "--dgc.delivery.sms.sender=Certificati",
                "--dgc.secrets.directory=" + secrets(),
                "--dgc.signing.development-keystore=" + data.resolve("signer.p12"));
    }

    private ChildJvm child(String name, Class<?> main, String... arguments) {
        return ChildJvm.start(main, logs.resolve(name + ".err"), options(name, PLAIN_LOGGING), arguments);
    }

    private List<String> options(String name, String logging) {
        return List.of(logging, "-Dchaos.log=" + logs.resolve(name + ".log"));
    }

    /** From its next start on a service has these settings too, which are weaker than those that all runs have. */
    void configure(Map<String, String> settings) {
        furtherOptions = settings.entrySet().stream().map(one -> "-D" + one.getKey() + "=" + one.getValue()).toList();
    }
}
