package it.dgc.deploy.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import it.dgc.common.messages.CertificateEvent;
import it.dgc.common.messages.Topics;
import it.dgc.common.uvci.Uvci;
import it.dgc.deploy.backends.ChildJvm;
import it.dgc.deploy.backends.NginxProcess;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A chunk of the revocation list, of some 64 KiB, from the service and through the edge, beside nginx with the same bytes in a file;
 * and the answer 304.
 */
final class ListServing implements Comparison {

    /** So many hashes weigh 64 KiB when they are compressed. */
    private static final int ENTRIES = 1_900;
    /** The synthetic one of the first version. */
    private static final int ALWAYS_LISTED = 1;
    /** Bytes. */
    private static final int DIGEST = 32;
    private static final double OF_NGINX = 0.30;
    private static final double EDGE_OF_NGINX = 0.90;
    private static final String PEER = "nginx, the same bytes in a file";
    private static final String UNIT = "a CPU second of the server";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final String FILE = "chunk";
    private static final String GZIP = "Accept-Encoding: gzip";

    @Override
    public List<Finding> measure(Size size) throws IOException, InterruptedException {
        try (Parts parts = new Parts(); HttpClient http = HttpClient.newHttpClient()) {
            String kafka = parts.address("kafka");
            List<String> options = new ArrayList<>(Parts.AS_IN_PRODUCTION);
            options.addAll(List.of("-Ddgc.drl.chunk-size=" + ENTRIES, "-Ddgc.drl.growth-floor=" + ENTRIES,
                    "-Ddgc.drl.publish-every=1s", "-Ddgc.drl.promised-for=2s"));
            ChildJvm service = parts.start("revocation", options, "--kafka", kafka, "--store",
                    "mongodb://" + parts.address("store"));
            revoke(kafka);
            URI chunk = URI.create("http://" + Parts.address(service) + "/v1/dgc/drl?version=0&chunk=1");
            HttpResponse<byte[]> whole = awaitWhole(http, chunk);
            return findings(size, service, chunk, whole);
        }
    }

    private static List<Finding> findings(Size size, ChildJvm service, URI chunk, HttpResponse<byte[]> whole)
            throws IOException, InterruptedException {
        String work = String.format(Locale.ROOT, "chunk of the list, %,d bytes", whole.body().length);
        if (NginxProcess.program().isEmpty()) {
            return List.of(Finding.missing(work, "nginx, which is not installed here"));
        }
        try (NginxProcess plain = Nginx.serving(whole.body(), FILE);
                NginxProcess edge = Nginx.edgeOf(chunk.getAuthority())) {
            Side ours = new Side(new HttpLoad(chunk, 200, GZIP), service::cpu);
            Side known = new Side(new HttpLoad(chunk, 304, GZIP,
                    "If-None-Match: " + whole.headers().firstValue("ETag").orElseThrow()), service::cpu);
            Side theirs = new Side(new HttpLoad(Nginx.address(plain, "/" + FILE), 200), plain::cpu);
            URI atTheEdge = Nginx.address(edge, chunk.getRawPath() + "?" + chunk.getRawQuery());
            Side kept = new Side(new HttpLoad(atTheEdge, 200, GZIP), edge::cpu);
            Side.takeTurns(size, List.of(ours, theirs, kept, known));
            return List.of(
                    Finding.atLeast(OF_NGINX, work, PEER, ours.rate(), theirs.rate(), UNIT, "16 connections"),
                    Finding.atLeast(EDGE_OF_NGINX, work + ", through nginx as in compose", PEER, kept.rate(),
                            theirs.rate(), UNIT, "16 connections; all processes of nginx, which keeps what the service "
                                    + "promises for a second or two; its limit of 200 a second and address is lifted"),
                    Finding.ownAtLeast(ours.rate(), "answer 304 for it", "the chunk itself", known.rate(), ours.rate(),
                            UNIT, "the caller has it: no body is made or sent"));
        }
    }

    private static HttpResponse<byte[]> awaitWhole(HttpClient http, URI chunk)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(chunk).header("Accept-Encoding", "gzip").build();
        URI check = URI.create(chunk.toString().replace("/drl?", "/drl/check?"));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            String said = http.send(HttpRequest.newBuilder(check).build(), HttpResponse.BodyHandlers.ofString()).body();
            if (said.contains("\"totalNumberUCVI\":" + (ENTRIES + ALWAYS_LISTED))) {
                return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        throw new IllegalStateException("The list has not been published in time");
    }

    private static void revoke(String kafka) {
        JsonMapper json = JsonMapper.builder().build();
        Random random = new Random(4);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(Map.of("bootstrap.servers", kafka),
                new ByteArraySerializer(), new ByteArraySerializer())) {
            IntStream.range(0, ENTRIES).forEach(nth -> {
                byte[] digest = new byte[DIGEST];
                random.nextBytes(digest);
                String uvci = Uvci.derive(digest).value();
                producer.send(new ProducerRecord<>(Topics.CERTIFICATE_EVENTS, uvci.getBytes(UTF_8),
                        json.writeValueAsBytes(new CertificateEvent(CertificateEvent.SCHEMA_VERSION, "bench-" + nth,
                                CertificateEvent.Type.REVOKED, uvci, Instant.now().toString(), null, null, null))));
            });
        }
    }
}
