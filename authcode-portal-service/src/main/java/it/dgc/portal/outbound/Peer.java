package it.dgc.portal.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

import javax.net.ssl.SSLContext;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import it.dgc.common.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who is asked by JSON over mutual TLS. Safe for use by several threads; no answer is an exception. */
public final class Peer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Peer.class);
    private static final String JSON = "application/json";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int WATCHED = 20;
    private static final int ENOUGH_TO_JUDGE = 10;
    private static final int TRIED_AFTER_REST = 3;

    private final PeerSettings settings;
    private final HttpClient http;
    private final CircuitBreaker breaker;
    private final Semaphore places;
    private final MeterRegistry meters;
    private final JsonMapper json = JsonMapper.builder().build();

    /**
     * @param settings whom, as whom, how long
     * @param meters counts answers by kind, and nothing else
     * @throws IllegalStateException if its files cannot be used
     */
    public Peer(PeerSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
        places = new Semaphore(settings.atOnce());
        breaker = CircuitBreaker.of(settings.name(),
                CircuitBreakerConfig.custom().slidingWindowSize(WATCHED).minimumNumberOfCalls(ENOUGH_TO_JUDGE)
                        .waitDurationInOpenState(settings.restFor())
                        .permittedNumberOfCallsInHalfOpenState(TRIED_AFTER_REST).build());
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(settings.connectWithin())
                .sslContext(tls(settings)).build();
    }

    /**
     * @param path of the resource, without anything personal
     * @param question members of the JSON object, texts
     * @param believed whether what came back answers the question; who keeps answering another one is left alone too
     * @return what came back; nothing where it is not believed
     */
    public Reply ask(String path, Map<String, String> question, Predicate<Reply> believed) {
        if (!places.tryAcquire()) {
            return counted("crowded", new Reply.Nothing());
        }
        try {
            return breaker.tryAcquirePermission()
                    ? judged(path, question, believed)
                    : counted("resting", new Reply.Nothing());
        } finally {
            places.release();
        }
    }

    /** @return as which it is known to operators */
    public String name() {
        return settings.name();
    }

    /** @return how many questions may be under way */
    public int atOnce() {
        return settings.atOnce();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private Reply judged(String path, Map<String, String> question, Predicate<Reply> believed) {
        long begin = System.nanoTime();
        try {
            Reply reply = reply(answer(path, question));
            if (!believed.test(reply)) {
                throw new IOException("no answer to this");
            }
            breaker.onSuccess(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
            return counted("answered", reply);
        } catch (IOException | ExecutionException | TimeoutException e) {
            breaker.onError(System.nanoTime() - begin, TimeUnit.NANOSECONDS, e);
            Throwable cause = e.getCause() == null ? e : e.getCause();
            LOG.warn("{} gave no answer: {}", settings.name(), cause.getClass().getName());
            return counted("failed", new Reply.Nothing());
        } catch (InterruptedException e) {
            breaker.releasePermission();
            Thread.currentThread().interrupt();
            return counted("interrupted", new Reply.Nothing());
        } catch (RuntimeException | Error surprise) {
            // A trial that nobody hears of again would keep the breaker half open for ever.
            breaker.onError(System.nanoTime() - begin, TimeUnit.NANOSECONDS, surprise);
            throw surprise;
        }
    }

    private HttpResponse<byte[]> answer(String path, Map<String, String> question)
            throws ExecutionException, TimeoutException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(settings.baseUrl().resolve(path)).header("Content-Type", JSON)
                .header("Accept", JSON).timeout(settings.answeredWithin())
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(question))).build();
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, head -> new CappedBody());
        try {
            return answer.get(settings.answeredWithin().toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            answer.cancel(true);
        }
    }

    private static Reply reply(HttpResponse<byte[]> answer) throws IOException {
        String type = AnswerReader.mediaType(answer.headers().firstValue("Content-Type").orElse(""));
        if (answer.statusCode() == OK && JSON.equals(type)) {
            return new Reply.Answer(AnswerReader.read(answer.body()));
        }
        if (answer.statusCode() == NOT_FOUND && Problem.MEDIA_TYPE.equals(type)) {
            return new Reply.NotFound();
        }
        throw new IOException("status or content type");
    }

    private Reply counted(String what, Reply reply) {
        meters.counter("dgc.portal.peer", "peer", settings.name(), "outcome", what).increment();
        return reply;
    }

    private static SSLContext tls(PeerSettings settings) {
        PemSslStoreDetails own = PemSslStoreDetails.forCertificate(settings.certificate().toUri().toString())
                .withPrivateKey(settings.key().toUri().toString());
        PemSslStoreDetails believed = PemSslStoreDetails.forCertificate(settings.authority().toUri().toString());
        try {
            return SslBundle.of(new PemSslStoreBundle(own, believed)).createSslContext();
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new IllegalStateException("For " + settings.name() + " the files " + settings.certificate() + ", "
                    + settings.key() + " and " + settings.authority() + " must be readable PEM", e);
        }
    }
}
