package it.dgc.deploy.local.verifier;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a client asks of {@code /v1/dgc} (VerificaC19 protocol, section 1). */
final class PublicEndpoints implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** As the slowest of the known clients. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** By these, and no others, a server says that a client has to begin anew. */
    private static final int LEAST_REFUSAL = 400;
    private static final int LAST_REFUSAL = 407;

    private final URI server;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE).build();

    /** @param server {@code http://host:port}, without a closing slash */
    PublicEndpoints(URI server) {
        this.server = server;
    }

    /**
     * @param path below {@code /v1/dgc/}, with its query
     * @param headers sent along
     * @return the answer, of whatever status
     * @throws SyncException if there is none
     */
    HttpResponse<String> ask(String path, Map<String, String> headers) throws SyncException {
        try {
            HttpRequest.Builder question = HttpRequest.newBuilder(URI.create(server + "/v1/dgc/" + path))
                    .timeout(PATIENCE);
            headers.forEach(question::header);
            return client.send(question.build(), BodyHandlers.ofString());
        } catch (IOException | IllegalArgumentException refused) {
            throw new SyncException("the server " + server + " does not answer");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new SyncException("interrupted");
        }
    }

    /** @throws SyncException if the status is another than 200 or the body is no such JSON */
    <T> T read(String path, Class<T> type) throws SyncException {
        try {
            return JSON.readValue(expect(ask(path, Map.of()), 200).body(), type);
        } catch (JacksonException noSuchJson) {
            throw new SyncException("what the server answers to " + path.replaceAll("\\?.*", "") + " cannot be read");
        }
    }

    static HttpResponse<String> expect(HttpResponse<String> answer, int status) throws SyncException {
        if (answer.statusCode() >= LEAST_REFUSAL && answer.statusCode() <= LAST_REFUSAL) {
            throw new StateRefusedException(answer.statusCode());
        }
        if (answer.statusCode() != status) {
            throw new SyncException("the server answered " + answer.statusCode());
        }
        return answer;
    }

    @Override
    public void close() {
        client.close();
    }
}
