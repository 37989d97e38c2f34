package it.dgc.generation.delivery;

import java.net.URI;

import it.dgc.generation.delivery.DeliveryOutcome.Accepted;
import it.dgc.generation.delivery.DeliveryOutcome.Refused;
import it.dgc.generation.delivery.DeliveryOutcome.Scope;
import it.dgc.generation.delivery.DeliveryOutcome.TriedLater;
import it.dgc.generation.issuance.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("SMS by a gateway")
class SmsChannelTest {

    private final Gateway gateway = new Gateway();

    @AfterEach
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void asksForTheTextInTheLanguageOfTheHolder(Language language) {
        HolderMessage message = Letters.to("+393331234567", language);
        assertThat(channel(null).send(message)).isEqualTo(new Accepted());

        Gateway.Request request = gateway.requests().getFirst();
        JsonNode body = JsonMapper.shared().readTree(request.body());
        assertThat(request.method() + ' ' + request.path()).isEqualTo("POST /sms/messages");
        assertThat(body.propertyNames()).containsExactly("to", "sender", "text");
        assertThat(body.get("to").asString()).isEqualTo("+393331234567");
        assertThat(body.get("sender").asString()).isEqualTo("Certificati");
        assertThat(body.get("text").asString())
                .isEqualTo(Wording.in(language).shortMessage(message, Letters.PORTAL));
    }

    @Test
    void namesARepetitionAsTheFirst() {
        gateway.answering(503);
        channel(null).send(Letters.to("+393331234567", Language.IT));
        gateway.answering(202);
        channel(null).send(Letters.to("+393331234567", Language.IT));
        assertThat(gateway.requests()).hasSize(2).extracting(Gateway.Request::key)
                .containsOnly("0123456789abcdef0123456789abcdef.email");
    }

    @Test
    void showsItsTokenWhereItHasOne() {
        channel("secret-token").send(Letters.to("+393331234567", Language.IT));
        channel(" ").send(Letters.to("+393331234567", Language.IT));
        assertThat(gateway.requests()).extracting(Gateway.Request::authorization)
                .containsExactly("Bearer secret-token", null);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void takesASuccessForAcceptance(int status) {
        assertThat(outcome(status)).isEqualTo(new Accepted());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 410, 422})
    void givesUpWhatTheGatewayRefusesForGood(int status) {
        assertThat(outcome(status)).isEqualTo(new Refused("HTTP_" + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 401, 403, 405, 429, 500, 502, 503, 504})
    @DisplayName("credentials, load and health of the gateway make no code undeliverable")
    void waitsWithAllWhereTheGatewayIsNotReady(int status) {
        assertThat(outcome(status)).isEqualTo(new TriedLater("HTTP_" + status, Scope.CHANNEL));
        assertThat(gateway.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409})
    void waitsWithOneThatTheGatewayPutsOff(int status) {
        assertThat(outcome(status)).isEqualTo(new TriedLater("HTTP_" + status, Scope.MESSAGE));
    }

    @Test
    void triesAgainWhereTheConnectionBreaks() {
        assertThat(outcome(0)).isEqualTo(new TriedLater("NO_CONNECTION", Scope.CHANNEL));
        gateway.close();
        assertThat(outcome(202)).isEqualTo(new TriedLater("NO_CONNECTION", Scope.CHANNEL));
    }

    @Test
    @DisplayName("quotes and line breaks stay inside the value")
    void takesNothingButANumber() {
        channel(null).send(Letters.to("+39\",\"sender\":\"x\r\nX-Other: 1", Language.IT));
        JsonNode body = JsonMapper.shared().readTree(gateway.requests().getFirst().body());
        assertThat(body.get("to").asString()).isEqualTo("+39\",\"sender\":\"x\r\nX-Other: 1");
        assertThat(body.get("sender").asString()).isEqualTo("Certificati");
    }

    @Test
    void printsNoToken() {
        assertThat(new DeliveryProperties.Sms(URI.create("https://sms.example"), "x", "secret-token").toString())
                .doesNotContain("secret");
    }

    private DeliveryOutcome outcome(int status) {
        gateway.answering(status);
        return channel(null).send(Letters.to("+393331234567", Language.IT));
    }

    private SmsChannel channel(String token) {
        return new SmsChannel(new DeliveryProperties.Sms(gateway.uri(), "Certificati", token), Letters.PORTAL);
    }
}
