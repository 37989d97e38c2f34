package it.dgc.deploy.local.operations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import it.dgc.deploy.local.console.ExplainedException;
import it.dgc.deploy.local.tls.ClientIdentity;
import tools.jackson.databind.json.JsonMapper;

/** Asks a service as an operator: by its port with mutual TLS (architecture, D11). */
public final class OperatorPort {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI service;
    private final HttpClient client;

    private OperatorPort(URI service, HttpClient client) {
        this.service = service;
        this.client = client;
    }

    /**
     * @param dataDirectory of the platform
     * @param port of the service, with mutual TLS
     * @param operator name of the operator's certificate
     * @return the port
     * @throws ExplainedException if there is no such certificate
     */
    public static OperatorPort of(Path dataDirectory, int port, String operator) {
        return new OperatorPort(URI.create("https://localhost:" + port),
                ClientIdentity.of(dataDirectory, operator).httpClient());
    }

    /**
     * @param path of the resource
     * @return the answer, of whatever status
     * @throws ExplainedException if there is none
     */
    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(service.resolve(path)).GET());
    }

    /**
     * @param path of the resource
     * @param body becomes JSON
     * @return the answer, of whatever status
     * @throws ExplainedException if there is none
     */
    public HttpResponse<String> post(String path, Map<String, ?> body) {
        return send(HttpRequest.newBuilder(service.resolve(path)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException refused) {
            throw new ExplainedException("The service does not answer on " + service + ".", refused);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ExplainedException("Interrupted.", stopping);
        }
    }
}
