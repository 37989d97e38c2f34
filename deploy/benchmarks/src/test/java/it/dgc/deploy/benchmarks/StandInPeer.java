package it.dgc.deploy.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What the EU dgca-issuance-service does as far as a caller sees it: it takes its settings, opens its key store and answers its
 * one-call endpoint. Needs the JDK only, so that it can be put into a jar of its own; notes beside that jar who asked.
 */
class StandInPeer {

    /** CPU time of one answer at least, in nanoseconds. */
    static final long WORK = 1_000_000;

    private static final String CERTIFICATE = """
            {"dgci": "URN:UVCI:01:IT:1#A", "qrCode": "HC1:6BFOXN*TS0BI", "tan": "U7ULCYZY"}""";

    /** Answers as it should. */
    public static void main(String... settings) throws Exception {
        serve(settings, CERTIFICATE);
    }

    /** Answers with success and without a certificate. */
    static class WithoutText {
        public static void main(String... settings) throws Exception {
            serve(settings, "{\"dgci\": \"URN:UVCI:01:IT:1#A\"}");
        }
    }

    /** Refuses whatever it is asked. */
    static class Refusing {
        public static void main(String... settings) throws Exception {
            System.out.println("WARN no issuing today");
            serve(settings, null);
        }
    }

    /** Ends before it takes requests. */
    static class Dying {
        public static void main(String... settings) {
            System.out.println("starting");
            System.err.println("ERROR configured context file can not be found");
            System.exit(1);
        }
    }

    /** @return beside the jar: one line a request, with the port of the connection that it came on */
    static Path notes(Path jar) {
        return jar.resolveSibling(jar.getFileName() + ".asked");
    }

    private static void serve(String[] arguments, String answer) throws IOException, GeneralSecurityException {
        Map<String, String> settings = Stream.of(arguments).map(argument -> argument.substring(2).split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
        openKeys(settings);
        HttpServer server = HttpServer
                .create(new InetSocketAddress(InetAddress.getByName(settings.get("server.address")),
                        Integer.parseInt(settings.get("server.port"))), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        if (Boolean.parseBoolean(settings.get("issuance.endpoints.backendIssuing"))) {
            server.createContext("/dgci/issue", exchange -> answer(exchange, answer));
        }
        server.start();
    }

    /** The peer's way: the passwords change places. */
    private static void openKeys(Map<String, String> settings) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("JKS");
        try (InputStream in = Files.newInputStream(Path.of(settings.get("issuance.keyStoreFile")))) {
            store.load(in, settings.get("issuance.privateKeyPassword").toCharArray());
        }
        if (store.getKey(settings.get("issuance.certAlias"),
                settings.get("issuance.keyStorePassword").toCharArray()) == null) {
            throw new GeneralSecurityException("no key of that name");
        }
    }

    private static void answer(HttpExchange exchange, String answer) throws IOException {
        note(exchange.getRemoteAddress().getPort());
        work();
        try (exchange) {
            boolean isWell = answer != null && isVaccination(exchange);
            byte[] body = (isWell ? answer : "{\"problem\": \"Wrong request\"}").getBytes(UTF_8);
            exchange.sendResponseHeaders(isWell ? 200 : 400, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static boolean isVaccination(HttpExchange exchange) throws IOException {
        String said = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        return "PUT".equals(exchange.getRequestMethod())
                && "application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"))
                && Stream.of("\"ver\"", "\"nam\"", "\"dob\"", "\"v\"", "\"ci\"").allMatch(said::contains);
    }

    private static synchronized void note(int port) throws IOException {
        Files.writeString(notes(Path.of(System.getProperty("java.class.path"))), port + "\n",
                StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static void work() {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long end = clock.getCurrentThreadCpuTime() + WORK;
        while (clock.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }
}
