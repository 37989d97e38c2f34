package it.dgc.common.spring.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.apache.tomcat.util.net.SSLHostConfig;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.catchThrowable;

/** A service with an open endpoint, institutional ones, and some that somebody forgot to list; real Tomcat, real TLS. */
final class GuardedService implements AutoCloseable {

    private static final String BUNDLE = "--spring.ssl.bundle.pem.institutions.";

    private final Path directory;
    private final ConfigurableApplicationContext context;

    private GuardedService(Path directory, ConfigurableApplicationContext context) {
        this.directory = directory;
        this.context = context;
    }

    static GuardedService start(Path directory, TestAuthority authority) throws IOException {
        write(directory, authority, authority.server());
        return new GuardedService(directory, run("--dgc.access.institutional-port=0",
                "--dgc.access.callers.sistema-ts=sistema-ts.dgc.test",
                "--dgc.access.callers.operator=Operator.DGC.test,operator-2.dgc.test",
                "--dgc.access.callers.portal=urn:dgc:portal",
                BUNDLE + "reload-on-update=true", BUNDLE + "keystore.verify-keys=true",
                BUNDLE + "keystore.certificate=" + directory.resolve("server.pem"),
                BUNDLE + "keystore.private-key=" + directory.resolve("server.key"),
                BUNDLE + "truststore.certificate=" + directory.resolve("ca.pem"),
                "--spring.ssl.bundle.watch.file.quiet-period=100ms"));
    }

    /** Why a service with a certificate, but without authorities, does not start. */
    static Throwable withoutAuthorities(TestIdentity server) {
        return catchThrowable(() -> run("--dgc.access.institutional-port=0",
                BUNDLE + "keystore.certificate=" + server.certificate(),
                BUNDLE + "keystore.private-key=" + server.key()).close());
    }

    static GuardedService withoutInstitutions() {
        return new GuardedService(null, run());
    }

    /** Puts other files in the place of those that the service has read. */
    void renew(TestAuthority authority, TestIdentity server) throws IOException {
        write(directory, authority, server);
    }

    HttpResponse<String> plain(String method, String path, String... headers) throws Exception {
        return send(HttpClient.newHttpClient(), "http", port("local.server.port"), method, path, headers);
    }

    HttpResponse<String> institutional(HttpClient client, String method, String path, String... headers)
            throws Exception {
        return send(client, "https", port("local.institutional.port"), method, path, headers);
    }

    int port(String property) {
        return context.getEnvironment().getRequiredProperty(property, Integer.class);
    }

    /** How the second port is set up, as Tomcat sees it. */
    SSLHostConfig tls() {
        TomcatWebServer server = (TomcatWebServer) ((ServletWebServerApplicationContext) context).getWebServer();
        return Arrays.stream(server.getTomcat().getService().findConnectors())
                .flatMap(connector -> Arrays.stream(connector.findSslHostConfigs())).findFirst().orElseThrow();
    }

    List<String> usersOf(Class<?> type) {
        return List.of(context.getBeanNamesForType(type));
    }

    @Override
    public void close() {
        context.close();
    }

    private static ConfigurableApplicationContext run(String... settings) {
        return new SpringApplicationBuilder(Service.class).properties("server.port=0", "server.address=127.0.0.1")
                .run(settings);
    }

    private static void write(Path directory, TestAuthority authority, TestIdentity server) throws IOException {
        replace(directory.resolve("ca.pem"), authority.certificate());
        replace(directory.resolve("server.key"), server.key());
        replace(directory.resolve("server.pem"), server.certificate());
    }

    private static void replace(Path file, String text) throws IOException {
        Path draft = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static HttpResponse<String> send(HttpClient client, String scheme, int port, String method, String path,
            String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create(scheme + "://127.0.0.1:" + port + path))
                .method(method, BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(Desk.class)
    static class Service {

        @Bean
        Endpoints endpoints() {
            return Endpoints.none().open("/v1/public").open("/v1/dgc/{part}")
                    .institutional(Role.SISTEMA_TS, HttpMethod.POST, "/v1/revocations")
                    .institutional(Role.OPERATOR, HttpMethod.GET, "/v1/doctors/{code}")
                    .institutional(Role.PORTAL, HttpMethod.GET, "/v1/doctors/{code}");
        }
    }

    @RestController
    static class Desk {

        @GetMapping("/v1/public")
        String open(Principal caller) {
            return "public " + (caller == null ? "nobody" : caller.getName());
        }

        @GetMapping("/v1/dgc/{part}")
        String part() {
            return "part";
        }

        @PostMapping("/v1/revocations")
        String revoke(Principal caller, HttpServletRequest request) {
            return caller.getName() + " " + request.isUserInRole("SISTEMA_TS") + " " + request.isUserInRole("OPERATOR");
        }

        @GetMapping("/v1/doctors/{code}")
        String doctor(Principal caller) {
            return caller.getName();
        }

        @DeleteMapping("/v1/revocations")
        String forgotten() {
            return "forgotten";
        }

        @GetMapping("/v1/forgotten")
        String alsoForgotten() {
            return "forgotten";
        }
    }
}
