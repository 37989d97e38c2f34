package it.dgc.deploy.local.verifier;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fetches the trusted keys as a client does: the list of kids, then one certificate after the other. */
final class KeySync {

    private static final String TOKEN = "X-RESUME-TOKEN";
    private static final String KID = "X-KID";

    private final PublicEndpoints server;

    KeySync(PublicEndpoints server) {
        this.server = server;
    }

    /**
     * @return the certificates whose kid is listed; a kid may have several
     * @throws SyncException if no keys can be had
     */
    List<PublishedCertificate> certificates() throws SyncException {
        Set<String> trusted = Set.copyOf(List.of(server.read("signercertificate/status", String[].class)));
        if (trusted.isEmpty()) {
            throw new SyncException("the server knows no keys");
        }
        List<PublishedCertificate> certificates = new ArrayList<>();
        HttpResponse<String> answer = next(Map.of());
        for (long token = 0; answer.statusCode() != 204; answer = next(Map.of(TOKEN, Long.toString(token)))) {
            token = following(token, PublicEndpoints.expect(answer, 200));
            PublishedCertificate certificate = new PublishedCertificate(header(answer, KID), answer.body());
            if (trusted.contains(certificate.kid())) {
                certificates.add(certificate);
            }
        }
        return certificates;
    }

    private HttpResponse<String> next(Map<String, String> headers) throws SyncException {
        return server.ask("signercertificate/update", headers);
    }

    /** A token that does not grow would lead round in a circle. */
    private static long following(long token, HttpResponse<String> answer) throws SyncException {
        String next = header(answer, TOKEN);
        if (!next.matches("[0-9]{1,10}") || Long.parseLong(next) <= token) {
            throw new SyncException("the server's list of keys does not come to an end");
        }
        return Long.parseLong(next);
    }

    private static String header(HttpResponse<String> answer, String name) throws SyncException {
        return answer.headers().firstValue(name)
                .orElseThrow(() -> new SyncException("the server's answer lacks " + name));
    }
}
