package it.dgc.deploy.local.verifier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import it.dgc.common.hcert.KeyId;
import it.dgc.common.hcert.SignerKey;
import it.dgc.common.hcert.SignerKeys;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Fetches the trusted keys as a client does: the list of kids, then one certificate after the other. */
final class KeySync {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TOKEN = "X-RESUME-TOKEN";

    private final URI server;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE).build();

    KeySync(URI server) {
        this.server = server;
    }

    /** @throws SyncException if no keys can be had */
    SignerKeys keys() throws SyncException {
        Set<String> trusted = Set.copyOf(List.of(read(expect(ask("status", ""), 200), String[].class)));
        if (trusted.isEmpty()) {
            throw new SyncException("the server knows no keys");
        }
        Map<KeyId, SignerKey> keys = new HashMap<>();
        HttpResponse<String> answer = ask("update", "");
        for (long token = 0; answer.statusCode() != 204; answer = ask("update", Long.toString(token))) {
            token = following(token, expect(answer, 200));
            String kid = header(answer, "X-KID");
            if (trusted.contains(kid)) {
                keys.put(KeyId.ofBase64(kid), SignerKey.of(certificate(answer.body())));
            }
        }
        Map<KeyId, SignerKey> known = Map.copyOf(keys);
        return kid -> known.containsKey(kid) ? List.of(known.get(kid)) : List.of();
    }

    private HttpResponse<String> ask(String what, String token) throws SyncException {
        try {
            HttpRequest.Builder question = HttpRequest
                    .newBuilder(URI.create(server + "/v1/dgc/signercertificate/" + what)).timeout(PATIENCE);
            if (!token.isEmpty()) {
                question.header(TOKEN, token);
            }
            return client.send(question.build(), BodyHandlers.ofString());
        } catch (IOException | IllegalArgumentException refused) {
            throw new SyncException("the server " + server + " does not answer");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new SyncException("interrupted");
        }
    }

    /** A token that does not grow would lead round in a circle. */
    private static long following(long token, HttpResponse<String> answer) throws SyncException {
        String next = header(answer, TOKEN);
        if (!next.matches("[0-9]{1,10}") || Long.parseLong(next) <= token) {
            throw new SyncException("the server's list of keys does not come to an end");
        }
        return Long.parseLong(next);
    }

    private static HttpResponse<String> expect(HttpResponse<String> answer, int status) throws SyncException {
        if (answer.statusCode() != status) {
            throw new SyncException("the server answered " + answer.statusCode());
        }
        return answer;
    }

    private static String header(HttpResponse<String> answer, String name) throws SyncException {
        return answer.headers().firstValue(name)
                .orElseThrow(() -> new SyncException("the server's answer lacks " + name));
    }

    private static <T> T read(HttpResponse<String> answer, Class<T> type) throws SyncException {
        try {
            return JSON.readValue(answer.body(), type);
        } catch (JacksonException noSuchJson) {
            throw new SyncException("the server's list of keys cannot be read");
        }
    }

    private static X509Certificate certificate(String base64) throws SyncException {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
        } catch (CertificateException | IllegalArgumentException unreadable) {
            throw new SyncException("a certificate of the server cannot be read");
        }
    }
}
