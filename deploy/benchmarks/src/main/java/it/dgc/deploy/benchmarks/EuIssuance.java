package it.dgc.deploy.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import org.bouncycastle.operator.OperatorCreationException;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The EU dgca-issuance-service in a process of its own, issuing vaccinations (exemptions it does not know) by its one-call endpoint:
 * to text, no image, H2 in memory. It is run from the file that {@code -Dpeer.euIssuance} names, through the launcher with
 * {@code DGC_JAVA_OPTS=-Dpeer.euIssuance=JAR ./dgc bench}; where none is named, the recorded figure stands for it.
 *
 * <p>No central repository has it, nor its libraries: who wants it builds it. <strong>What stands here was proved against a
 * stand-in only</strong>, written from the same pages: a path for certificates, settings and the kind of key store that the peer's
 * source names. From outside nobody sees whether a given file has the one-line fault.
 *
 * @see <a href="https://github.com/eu-digital-green-certificates/dgca-issuance-service/blob/main/docs/configuration.md">its settings
 *      and endpoints; the rest is in its application.yml, DgciBackendController and CertificatePrivateKeyProviderImpl</a>
 */
final class EuIssuance implements AutoCloseable {

    /** System property: the runnable jar. */
    static final String PROPERTY = "peer.euIssuance";
    /** Certificates a CPU second with JDK 25, as shipped (reference: performance, "Peer services"). */
    static final double RECORDED_AS_SHIPPED = 157;
    /** The same, where it does not make its crypto provider anew for each certificate: the fair rival. */
    static final double RECORDED_MENDED = 374;

    private static final String NAME = "EU dgca-issuance-service";
    /** The peer is slower: so that it does not take longer, it issues a part of what our service does, and is no less warm. */
    private static final int PART = 5;
    private static final int TIMES_TO_WARM_UP = 2;
    private static final int CONNECTIONS = 8;
    private static final double NANOS = 1e9;
    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;
    private static final Duration TO_START = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration TO_ANSWER = Duration.ofMinutes(1);
    private static final Pattern TEXT = Pattern.compile("\"qrCode\"\\s*:\\s*\"HC1:[^\"]+\"");
    /** It opens the key store with the key's password and the key with the key store's. */
    private static final String BOTH_PASSWORDS = "benchmark";
    private static final String ALIAS = "benchmark";
    /** Of the schema that its own samples have; {@code ci} has to be there, and is replaced. */
    private static final String VACCINATION = """
            {"ver": "1.2.1", "dob": "1970-01-01",
             "nam": {"fn": "Di Prova", "fnt": "DI<PROVA", "gn": "Persona", "gnt": "PERSONA"},
             "v": [{"tg": "840539006", "vp": "1119349007", "mp": "EU/1/20/1528", "ma": "ORG-100030215", "dn": 2, "sd": 2,
                    "dt": "%s", "co": "IT", "is": "Ministero della Salute", "ci": "URN:UVCI:01:IT:0"}]}
            """;

    private final String file;
    private final Process process;
    private final LoopbackPort port;
    private final Path log;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * What the peer does.
     *
     * @param beside the peer, and whether it was run
     * @param perCpuSecond certificates
     */
    record Rate(String beside, double perCpuSecond) {}

    private EuIssuance(String file, Process process, LoopbackPort port, Path log) {
        this.file = file;
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * @return of the file that the system property names, else the recorded one
     * @throws IOException if a file is named that does not issue, with the last that it said
     */
    static Rate rate(Size size) throws IOException, InterruptedException {
        String jar = System.getProperty(PROPERTY);
        return jar == null
                ? new Rate(String.format(Locale.ROOT, "%s, its one-line fault mended: not run here, recorded figure"
                        + " (%.0f as shipped)", NAME, RECORDED_AS_SHIPPED), RECORDED_MENDED)
                : measured(Path.of(jar), size);
    }

    private static Rate measured(Path jar, Size size) throws IOException, InterruptedException {
        try (EuIssuance peer = start(jar)) {
            peer.awaitRequests();
            int count = size.certificates() / PART;
            peer.issue(TIMES_TO_WARM_UP * count);
            Duration before = peer.cpu();
            peer.issue(count);
            return new Rate("%s, run here from %s, with or without its one-line fault".formatted(NAME, peer.file),
                    count * NANOS / peer.cpu().minus(before).toNanos());
        }
    }

    private static EuIssuance start(Path jar) throws IOException {
        Path directory = Files.createTempDirectory("dgc-bench-eu-issuance");
        Path log = directory.resolve("peer.log");
        LoopbackPort port = LoopbackPort.free();
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-jar", jar.toAbsolutePath().toString()));
        command.addAll(settings(port, keys(directory)));
        return new EuIssuance(jar.getFileName().toString(), new ProcessBuilder(command).directory(directory.toFile())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start(), port, log);
    }

    /** Where they differ from what it ships: a file beside it that it would look for, and who may reach what. */
    private static List<String> settings(LoopbackPort port, Path keys) {
        return List.of("--server.address=127.0.0.1", "--server.port=" + port.number(),
                "--spring.datasource.url=jdbc:h2:mem:benchmark;DB_CLOSE_DELAY=-1", "--spring.cloud.vault.enabled=false",
                "--dgc.gateway.connector.enabled=false", "--issuance.endpoints.backendIssuing=true",
                "--issuance.contextFile=", "--issuance.countryCode=IT", "--issuance.dgciPrefix=URN:UVCI:01:IT",
                "--issuance.keyStoreFile=" + keys, "--issuance.certAlias=" + ALIAS,
                "--issuance.keyStorePassword=" + BOTH_PASSWORDS, "--issuance.privateKeyPassword=" + BOTH_PASSWORDS);
    }

    private static Path keys(Path directory) throws IOException {
        Path file = directory.resolve("keys.jks");
        try (OutputStream out = Files.newOutputStream(file)) {
            SigningKey key = SigningKey.make();
            KeyStore store = KeyStore.getInstance("JKS");
            store.load(null, null);
            store.setKeyEntry(ALIAS, key.key(), BOTH_PASSWORDS.toCharArray(),
                    new Certificate[]{key.certificate()});
            store.store(out, BOTH_PASSWORDS.toCharArray());
            return file;
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("No key store for the peer", e);
        }
    }

    private void awaitRequests() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TO_START.toNanos();
        while (!port.accepts()) {
            if (!process.isAlive()) {
                throw new IOException(withLastWords("ended before it took requests"));
            }
            if (System.nanoTime() > deadline) {
                throw new IOException(withLastWords("takes no requests after " + TO_START.toSeconds() + " seconds"));
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private void issue(int count) throws IOException, InterruptedException {
        HttpRequest request = request();
        AtomicInteger left = new AtomicInteger(count);
        Callable<Void> caller = () -> {
            while (left.getAndDecrement() > 0) {
                check(http.send(request, HttpResponse.BodyHandlers.ofString()));
            }
            return null;
        };
        try (ExecutorService callers = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (Future<Void> one : callers.invokeAll(Collections.nCopies(CONNECTIONS, caller))) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException(withLastWords("does not issue: " + failed.getCause()), failed.getCause());
        }
    }

    private HttpRequest request() {
        LocalDate yesterday = LocalDate.now(ZoneId.of("Europe/Rome")).minusDays(1);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.number() + "/dgci/issue"))
                .header("Content-Type", "application/json").timeout(TO_ANSWER)
                .PUT(HttpRequest.BodyPublishers.ofString(VACCINATION.formatted(yesterday))).build();
    }

    private static void check(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / HUNDRED != SUCCESS || !TEXT.matcher(answer.body()).find()) {
            throw new IOException("it answered " + answer.statusCode() + " " + answer.body());
        }
    }

    private Duration cpu() throws IOException {
        Optional<Duration> taken = process.toHandle().info().totalCpuDuration();
        if (taken.isEmpty()) {
            throw new IOException(withLastWords("has ended, or this system does not tell its CPU time"));
        }
        return taken.get();
    }

    private String withLastWords(String what) throws IOException {
        String last = new String(Files.readAllBytes(log), UTF_8).lines().filter(line -> !line.isBlank())
                .reduce((earlier, later) -> later).orElse("nothing");
        return "%s, from %s, %s. The last in its log, %s: %s".formatted(NAME, file, what, log, last);
    }

    @Override
    public void close() {
        http.close();
        process.destroyForcibly();
        process.onExit().join();
    }
}
