package it.dgc.deploy.sistemats.cards;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;
import it.dgc.deploy.outbox.LoopbackHttp;
import tools.jackson.core.JacksonException;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The knobs of a register, for rehearsals, on a port in clear. {@code GET} and {@code PUT /cards/faults} tell how it
 * misbehaves, {@code GET /cards/questions} how often it was asked; {@code POST /cards/holder} {fiscalCode} shows that
 * person's card, {@code PUT} {fiscalCode, number, expiry} gives one, without number and expiry takes it away.
 */
public final class HealthCardControl implements AutoCloseable {

    private final HealthCardServer server;
    private final CardRegister register;
    private final LoopbackHttp http;

    private HealthCardControl(int port, HealthCardServer server, CardRegister register) {
        this.server = server;
        this.register = register;
        http = LoopbackHttp.plain(port).on("/cards/faults", this::faults)
                .on("/cards/questions",
                        exchange -> LoopbackHttp.json(exchange, 200, Map.of("questions", server.questions())))
                .on("/cards/holder", this::holder);
    }

    /**
     * @param port on 127.0.0.1; 0 for any free one
     * @param server whose knobs they are
     * @param register its register
     * @return the knobs, which turn
     * @throws IllegalStateException if the port is taken
     */
    public static HealthCardControl start(int port, HealthCardServer server, CardRegister register) {
        HealthCardControl control = new HealthCardControl(port, server, register);
        control.http.start();
        return control;
    }

    /** @return its port */
    public int port() {
        return http.port();
    }

    @Override
    public void close() {
        http.close();
    }

    private void faults(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "PUT" -> change(exchange);
            case "GET" -> LoopbackHttp.json(exchange, 200, server.faults());
            default -> LoopbackHttp.send(exchange, 405, "text/plain", "");
        }
    }

    private void change(HttpExchange exchange) throws IOException {
        try {
            server.misbehave(CardFaults.parse(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            LoopbackHttp.json(exchange, 200, server.faults());
        } catch (IllegalArgumentException wrong) {
            LoopbackHttp.send(exchange, 400, "text/plain", wrong.getMessage());
        }
    }

    private void holder(HttpExchange exchange) throws IOException {
        try {
            Holder asked = LoopbackHttp.JSON.readValue(exchange.getRequestBody().readAllBytes(), Holder.class);
            if ("PUT".equals(exchange.getRequestMethod())) {
                asked.tell(register);
            }
            LoopbackHttp.json(exchange, 200, Holder.known(asked.fiscalCode(), register));
        } catch (JacksonException | IllegalArgumentException | DateTimeException wrong) {
            LoopbackHttp.send(exchange, 400, "text/plain",
                    "{\"fiscalCode\", \"number\": 20 digits, \"expiry\": a day}");
        }
    }

    private record Holder(String fiscalCode, String number, String expiry) {

        Holder {
            if (fiscalCode == null || (number == null) != (expiry == null)) {
                throw new IllegalArgumentException("about whom, and which card?");
            }
        }

        static Holder known(String fiscalCode, CardRegister register) {
            Optional<HealthCard> card = register.cardOf(fiscalCode);
            return new Holder(fiscalCode, card.map(HealthCard::number).orElse(null),
                    card.map(HealthCard::expiry).map(LocalDate::toString).orElse(null));
        }

        void tell(CardRegister register) {
            if (number == null) {
                register.withdraw(fiscalCode);
            } else {
                register.give(fiscalCode, new HealthCard(number, LocalDate.parse(expiry)));
            }
        }

        @Override
        public String toString() {
            return "Holder[***]";
        }
    }
}
