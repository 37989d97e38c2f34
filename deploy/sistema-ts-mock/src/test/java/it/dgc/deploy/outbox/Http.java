package it.dgc.deploy.outbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks a server on this machine. */
final class Http {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Http() {}

    static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return ask(request(port, path).GET());
    }

    static HttpResponse<String> put(int port, String path, String body) throws IOException, InterruptedException {
        return ask(request(port, path).PUT(BodyPublishers.ofString(body)));
    }

    /** @param key {@code null} for none */
    static HttpResponse<String> post(int port, String key, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(port, "/sms/messages").POST(BodyPublishers.ofString(body));
        return ask(key == null ? request : request.header("Idempotency-Key", key));
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
