package it.dgc.deploy.faults.keys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A verifier that synchronises all the time and notes when it had got which certificate. */
public final class Witness implements AutoCloseable {

    private static final int MILLIS_BETWEEN_LOOKS = 200;
    private static final String TOKEN = "X-RESUME-TOKEN";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, Given> given = new ConcurrentHashMap<>();
    private final String server;
    private String token = "0";

    private record Given(X509Certificate certificate, Instant at) {}

    private Witness(String server) {
        this.server = server;
    }

    /** @param server the rules service, {@code http://host:port} */
    public static Witness of(String server) {
        Witness witness = new Witness(server);
        witness.looks.scheduleWithFixedDelay(witness::look, 0, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        return witness;
    }

    /**
     * @param kid hexadecimal digits
     * @return the certificate of that kid, if it had been handed out before {@code instant}
     */
    public Optional<X509Certificate> knownBefore(String kid, Instant instant) {
        return Optional.ofNullable(given.get(kid)).filter(one -> one.at.isBefore(instant)).map(Given::certificate);
    }

    /** @return what {@code /status} lists now */
    public String status() {
        try {
            return ask("/v1/dgc/signercertificate/status").body();
        } catch (IOException unanswered) {
            return "";
        }
    }

    @Override
    public void close() {
        looks.shutdownNow();
        client.close();
    }

    private void look() {
        try {
            HttpResponse<String> answer = ask("/v1/dgc/signercertificate/update");
            while (answer.statusCode() == 200) {
                note(answer);
                answer = ask("/v1/dgc/signercertificate/update");
            }
        } catch (IOException unanswered) {
            // Asked again at the next look.
        }
    }

    private void note(HttpResponse<String> answer) {
        byte[] kid = Base64.getDecoder().decode(answer.headers().firstValue("X-KID").orElseThrow());
        given.putIfAbsent(HexFormat.of().formatHex(kid), new Given(certificate(answer.body()), Instant.now()));
        token = answer.headers().firstValue(TOKEN).orElseThrow();
    }

    private HttpResponse<String> ask(String path) throws IOException {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(server + path)).header(TOKEN, token).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IOException(closing);
        }
    }

    private static X509Certificate certificate(String base64) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
        } catch (CertificateException e) {
            throw new IllegalStateException("A verifier was given a certificate that is none", e);
        }
    }
}
