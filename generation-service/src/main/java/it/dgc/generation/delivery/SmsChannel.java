package it.dgc.generation.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import it.dgc.generation.delivery.DeliveryOutcome.Accepted;
import it.dgc.generation.delivery.DeliveryOutcome.Refused;
import it.dgc.generation.delivery.DeliveryOutcome.Scope;
import it.dgc.generation.delivery.DeliveryOutcome.TriedLater;
import tools.jackson.databind.json.JsonMapper;

/**
 * SMS through a gateway that is spoken to by HTTP: {@code POST {to, sender, text}} with an {@code Idempotency-Key}, under
 * which a gateway sends a repetition no second time.
 */
final class SmsChannel implements MessageChannel {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT).followRedirects(HttpClient.Redirect.NEVER).build();
    private final DeliveryProperties.Sms settings;
    private final URI portal;

    SmsChannel(DeliveryProperties.Sms settings, URI portal) {
        this.settings = settings;
        this.portal = portal;
    }

    @Override
    public DeliveryOutcome send(HolderMessage message) {
        try {
            return verdict(client.send(request(message), BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            return new TriedLater("NO_CONNECTION", Scope.CHANNEL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new TriedLater("INTERRUPTED", Scope.CHANNEL);
        }
    }

    private HttpRequest request(HolderMessage message) {
        String text = Wording.in(message.language()).shortMessage(message, portal);
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.gateway()).timeout(TIMEOUT)
                .header("Content-Type", "application/json").header("Idempotency-Key", message.key())
                .POST(BodyPublishers.ofByteArray(
                        JSON.writeValueAsBytes(new Body(message.to(), settings.sender(), text))));
        settings.bearer().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request.build();
    }

    /** Permanent is only what is about this message; the caller's credentials, the gateway's load and health are not. */
    private static DeliveryOutcome verdict(int status) {
        String reason = "HTTP_" + status;
        return switch (status) {
            case 200, 201, 202, 204 -> new Accepted();
            case 400, 404, 410, 422 -> new Refused(reason);
            case 408, 409 -> new TriedLater(reason, Scope.MESSAGE);
            default -> new TriedLater(reason, Scope.CHANNEL);
        };
    }

    private record Body(String to, String sender, String text) {

        @Override
        public String toString() {
            return "Body[***]";
        }
    }
}
