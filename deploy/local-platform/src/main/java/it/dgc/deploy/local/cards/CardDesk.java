package it.dgc.deploy.local.cards;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import it.dgc.common.person.CodiceFiscale;
import it.dgc.deploy.local.console.ExplainedException;
import it.dgc.deploy.sistemats.cards.HealthCard;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who has which card (Allegato B, chapters 5 and 6). What is changed holds until the mock of Sistema TS ends.
 *
 * @param control port of the register's knobs on this machine
 */
public record CardDesk(int control) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int DONE = 200;

    /**
     * @param person whose card
     * @return the card, or none
     * @throws ExplainedException if the register does not answer
     */
    public Optional<HealthCard> cardOf(CodiceFiscale person) {
        return ask("POST", Map.of("fiscalCode", person.value()));
    }

    /**
     * @param person whose card it is from now on
     * @param card the card
     * @return what the register has now
     * @throws ExplainedException if the register does not answer
     */
    public Optional<HealthCard> give(CodiceFiscale person, HealthCard card) {
        return ask("PUT", Map.of("fiscalCode", person.value(), "number", card.number(), "expiry",
                card.expiry().toString()));
    }

    /**
     * @param person who has no card from now on
     * @return what the register has now
     * @throws ExplainedException if the register does not answer
     */
    public Optional<HealthCard> withdraw(CodiceFiscale person) {
        return ask("PUT", Map.of("fiscalCode", person.value()));
    }

    private Optional<HealthCard> ask(String method, Map<String, String> question) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + control + "/cards/holder"))
                .timeout(PATIENCE)
                .method(method, BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(question))).build();
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return card(client.send(request, BodyHandlers.ofString()));
        } catch (IOException refused) {
            throw new ExplainedException("The register of health cards does not answer on port " + control + ".",
                    refused);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ExplainedException("Interrupted.", stopping);
        }
    }

    private static Optional<HealthCard> card(HttpResponse<String> answer) {
        if (answer.statusCode() != DONE) {
            throw new ExplainedException("The register of health cards answered " + answer.statusCode() + ".");
        }
        JsonNode holder = JsonMapper.shared().readTree(answer.body());
        return holder.path("number").stringValueOpt().map(
                number -> new HealthCard(number, LocalDate.parse(holder.path("expiry").stringValue())));
    }
}
