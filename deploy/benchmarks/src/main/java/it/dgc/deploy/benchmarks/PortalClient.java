package it.dgc.deploy.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;

import org.altcha.altcha.Altcha;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who asks the portal for AUTHCODEs. */
final class PortalClient implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double NANOS_A_MILLI = 1e6;
    private static final int NOT_VERIFIED = 422;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String portal;

    PortalClient(String portal) {
        this.portal = portal;
    }

    /** @return milliseconds from the question to its refusal; the captcha was solved before */
    double refusalTakes(String person, String last8, LocalDate day) throws Exception {
        HttpRequest question = HttpRequest.newBuilder(URI.create(portal + "/v1/portal/authcode"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("fiscalCode", person, "cardLast8", last8,
                        "eventType", "esenzione", "eventDate", day.toString(), "language", "it", "codiceCaptcha",
                        solved()))))
                .build();
        long asked = System.nanoTime();
        HttpResponse<String> answer = http.send(question, BodyHandlers.ofString());
        double took = (System.nanoTime() - asked) / NANOS_A_MILLI;
        if (answer.statusCode() != NOT_VERIFIED || !answer.body().contains("not-verified")) {
            throw new IllegalStateException("The portal answered with " + answer.statusCode());
        }
        return took;
    }

    private String solved() throws IOException, InterruptedException, NoSuchAlgorithmException {
        JsonNode work = JSON.readTree(http.send(
                HttpRequest.newBuilder(URI.create(portal + "/v1/portal/captcha?form=authcode")).build(),
                BodyHandlers.ofString()).body());
        String challenge = work.path("challenge").stringValue();
        String salt = work.path("salt").stringValue();
        try {
            long number = Altcha.solveChallenge(challenge, salt, Altcha.Algorithm.SHA256,
                    work.path("maxnumber").longValue(), 0).number;
            return Base64.getEncoder().encodeToString(JSON.writeValueAsBytes(Map.of("algorithm", "SHA-256", "challenge",
                    challenge, "number", number, "salt", salt, "signature", work.path("signature").stringValue())));
        } catch (IOException | InterruptedException | NoSuchAlgorithmException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The captcha cannot be solved", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
