package it.dgc.deploy.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import it.dgc.common.spring.access.Role;
import it.dgc.common.spring.access.TestAuthority;
import it.dgc.common.spring.access.TestIdentity;
import it.dgc.deploy.backends.TestBackends;
import it.dgc.generation.GenerationServiceApplication;
import it.dgc.portal.PortalServiceApplication;
import it.dgc.revocation.RevocationServiceApplication;
import it.dgc.rules.VerificationRulesApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Every service as it is deployed, each with a caller of every role. */
final class RunningServices implements AutoCloseable {

    private static final String BUNDLE = "--spring.ssl.bundle.pem.institutions.";

    private final List<Running> services;

    private RunningServices(List<Running> services) {
        this.services = services;
    }

    /** One of them. */
    record Running(String name, ConfigurableApplicationContext context) {

        String plain() {
            return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        }

        String institutional() {
            return "https://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.institutional.port");
        }
    }

    static RunningServices start(Path directory, TestAuthority authority) {
        TestIdentity server = authority.server();
        List<CompletableFuture<Running>> starting = Stream.of(
                starting("generation", GenerationServiceApplication.builder(), authority, server,
                        "--dgc.mode=development", "--dgc.secrets.directory=" + directory.resolve("secrets"),
                        "--dgc.signing.development-keystore=" + directory.resolve("signer.p12")),
                starting("revocation", RevocationServiceApplication.builder(), authority, server,
                        "--dgc.drl.directory=" + directory.resolve("list")),
                starting("rules", VerificationRulesApplication.builder(), authority, server),
                starting("portal", PortalServiceApplication.builder(), authority, server, portal(authority, directory)))
                .toList();
        return new RunningServices(starting.stream().map(CompletableFuture::join).toList());
    }

    /** Nobody is where its peers should be: it starts without them, and asks them nothing here. */
    private static String[] portal(TestAuthority authority, Path directory) {
        TestIdentity own = authority.client("CN=portal", TestAuthority.dns("portal.dgc.example"));
        Path certificate = written(directory.resolve("portal.pem"), own.certificate());
        Path key = written(directory.resolve("portal.key"), own.key());
        Path ca = written(directory.resolve("ca.pem"), authority.certificate());
        Stream<String> peers = Stream.of("dgc.generation", "dgc.sistema-ts").flatMap(peer -> Stream.of(
                "--" + peer + ".base-url=https://127.0.0.1:1", "--" + peer + ".certificate=" + certificate,
                "--" + peer + ".key=" + key, "--" + peer + ".authority=" + ca));
        return Stream.concat(Stream.of("--dgc.mode=development",
                "--dgc.secrets.directory=" + directory.resolve("portal-secrets")), peers).toArray(String[]::new);
    }

    private static Path written(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Running> all() {
        return services;
    }

    @Override
    public void close() {
        services.forEach(service -> service.context().close());
    }

    private static CompletableFuture<Running> starting(String name, SpringApplicationBuilder application,
            TestAuthority authority, TestIdentity server, String... own) {
        List<String> settings = new ArrayList<>(List.of("--server.port=0", "--dgc.access.institutional-port=0",
                "--spring.kafka.bootstrap-servers=" + TestBackends.kafka(),
                "--spring.mongodb.uri=" + TestBackends.mongo("access-" + name), "--logging.level.root=ERROR",
                BUNDLE + "keystore.certificate=" + server.certificate(),
                BUNDLE + "keystore.private-key=" + server.key(),
                BUNDLE + "truststore.certificate=" + authority.certificate()));
        Arrays.stream(Role.values()).forEach(role -> settings
                .add("--dgc.access.callers." + role.name().toLowerCase(Locale.ROOT).replace('_', '-') + "="
                        + Attempt.alternativeName(role)));
        settings.addAll(List.of(own));
        return CompletableFuture.supplyAsync(
                () -> new Running(name, application.run(settings.toArray(String[]::new))),
                start -> Thread.ofPlatform().start(start));
    }
}
