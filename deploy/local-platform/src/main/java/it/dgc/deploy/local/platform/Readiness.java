package it.dgc.deploy.local.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import it.dgc.deploy.local.console.ExplainedException;

/** Asks a part until it answers 200. */
final class Readiness {

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(50);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_WITHIN).build();

    /**
     * @param part for the error
     * @param uri what to ask
     * @param longest how long it may take
     * @throws ExplainedException if it does not answer in time
     */
    void await(String part, URI uri, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (!answers(uri)) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                throw new ExplainedException(part + " did not become ready within " + longest.toSeconds() + " s.");
            }
            LockSupport.parkNanos(BETWEEN_QUESTIONS.toNanos());
        }
    }

    private boolean answers(URI uri) {
        try {
            HttpRequest question = HttpRequest.newBuilder(uri).timeout(ANSWER_WITHIN).build();
            return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
